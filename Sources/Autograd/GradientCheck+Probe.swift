extension GradientCheck {
  /// A derivative by evaluation.
  struct Estimate {
    var value: Double
    /// What rounding of the output can amount to in `value`.
    var noise: Double
    var crossesKink: Bool
    /// How much halving the step changed it: small where the step suits the function.
    var correction: Double
  }

  /// Evaluates the output with one element clamped, and watches the primitives that have kinks.
  struct Probe {
    private var graph: Graph
    private let output: NodeID
    private let values: [Double]
    private var scratch: [Double]
    /// The nodes on the way to the output whose primitive has a kink, with their distances to it.
    private let kinks: [(node: Int, distances: [Double])]

    init(graph: Graph, output: NodeID, values: [Double], influences: [Bool]) {
      self.graph = graph
      self.output = output
      self.values = values
      scratch = values
      kinks = influences.indices.compactMap { node in
        guard influences[node] else { return nil }
        return graph.kinkDistances(at: node, values: values).map { (node, $0) }
      }
    }
  }
}

extension GradientCheck.Probe {
  /// Whether the output is a number of which a difference can be taken.
  var outputIsFinite: Bool { total(values).isFinite }

  /// What is varied: the output, or the sum of its elements.
  private func total(_ values: [Double]) -> Double {
    guard !graph.isScalar else { return values[output.index] }
    return graph.value(of: output, in: values).elements.reduce(0, +)
  }

  /// The smallest error of a central difference with one extrapolation is at a step of about the
  /// fifth root of the precision. Where that reaches across a kink, leaves the domain or is too
  /// coarse for the function, a shorter one is tried.
  mutating func derivative(at place: GradientCheck.Place) -> GradientCheck.Estimate {
    let scale = max(1, graph.element(place, in: values).magnitude)
    var best = estimate(at: place, step: 7e-4 * scale)
    for step in [3e-5, 1e-6] {
      if !best.crossesKink, best.correction <= 1e-4 * best.value.magnitude { break }
      let next = estimate(at: place, step: step * scale)
      let isBetter = !(next.correction >= best.correction)
      if best.crossesKink || (!next.crossesKink && isBetter) { best = next }
    }
    scratch = values
    return best
  }

  /// Two central differences, at `step` and half of it, extrapolated to step 0 (Richardson 1911):
  /// the errors of second order cancel.
  private mutating func estimate(
    at place: GradientCheck.Place, step: Double
  ) -> GradientCheck.Estimate {
    var crossesKink = false
    let whole = difference(at: place, step: step, crossesKink: &crossesKink)
    let half = difference(at: place, step: step / 2, crossesKink: &crossesKink)
    return GradientCheck.Estimate(
      value: half + (half - whole) / 3,
      noise: total(values).magnitude * Double.ulpOfOne / step,
      crossesKink: crossesKink, correction: (half - whole).magnitude)
  }

  private mutating func difference(
    at place: GradientCheck.Place, step: Double, crossesKink: inout Bool
  ) -> Double {
    let middle = graph.element(place, in: values)
    let (below, above) = (middle - step, middle + step)
    let fall = evaluate(place, at: below, crossesKink: &crossesKink)
    let rise = evaluate(place, at: above, crossesKink: &crossesKink)
    return (rise - fall) / (above - below)
  }

  private mutating func evaluate(
    _ place: GradientCheck.Place, at value: Double, crossesKink: inout Bool
  ) -> Double {
    let node = place.node.index
    let old = graph.element(place, in: values)
    graph.set(value, at: place, in: &scratch)
    graph.recompute(&scratch, nodes: (node + 1)..<max(node, output.index) + 1)
    for kink in kinks where kink.node > node && !crossesKink {
      let distances = graph.kinkDistances(at: kink.node, values: scratch) ?? kink.distances
      // A distance that did not move belongs to an element the place does not reach.
      crossesKink = zip(distances, kink.distances).contains { $0 != $1 && !($0 * $1 > 0) }
    }
    let result = total(scratch)
    graph.set(old, at: place, in: &scratch)
    return result
  }
}

extension Graph {
  /// See `Primitive.kink`, for every element; nil at a leaf and where the primitive has none.
  func kinkDistances(at node: Int, values: [Double]) -> [Double]? {
    guard codes[node] < Self.constantCode else { return nil }
    let primitive = Primitive(id: codes[node])
    guard primitive.hasKinks else { return nil }
    guard let tensors else {
      let y = Int(second[node])
      return primitive.kink(x: values[Int(first[node])], y: y < 0 ? 0 : values[y]).map { [$0] }
    }
    return tensorKinkDistances(at: node, primitive, tensors, values: values)
  }

  private func tensorKinkDistances(
    at node: Int, _ primitive: Primitive, _ columns: TensorColumns, values: [Double]
  ) -> [Double] {
    let x = value(of: NodeID(rawValue: first[node]), in: values)
    if let rule = primitive.tensorRule as? ExtremeRule {
      return columns.application(of: node).map { rule.signs(of: x, $0) } ?? []
    }
    let y = second[node] < 0 ? Tensor(0) : value(of: NodeID(rawValue: second[node]), in: values)
    var distances: [Double] = []
    Broadcast(x.shape, y.shape)?.forEachElement { left, right, _ in
      distances.append(primitive.kink(x: x.elements[left], y: y.elements[right]) ?? 1)
    }
    return distances
  }

  /// The element at a place: a leaf's where it is held, a computed one's among the values.
  func element(_ place: GradientCheck.Place, in values: [Double]) -> Double {
    guard let start = tensors?.starts[place.node.index] else { return values[place.node.index] }
    return start < 0 ? tensors?.held[~start][place.element] ?? .nan : values[start + place.element]
  }

  mutating func set(_ value: Double, at place: GradientCheck.Place, in values: inout [Double]) {
    guard let start = tensors?.starts[place.node.index] else {
      values[place.node.index] = value
      return
    }
    if start < 0 {
      tensors?.held[~start][place.element] = value
    } else {
      values[start + place.element] = value
    }
  }

  /// Where a node's elements begin among the gradients; the node receives some.
  func gradientStart(of node: NodeID) -> Int {
    tensors?.gradientStarts[node.index] ?? node.index
  }
}

extension ExtremeRule {
  /// 1 at the elements that are their stretch's largest or smallest, -1 at the others: the signs
  /// change where another element takes over, and where several stop being equal.
  fileprivate func signs(of x: Tensor, _ application: Application) -> [Double] {
    let runs = AxisRuns(application.x, axis: application.axis)
    var signs = x.elements
    for run in 0..<runs.runs {
      let stretch = runs.elements(of: run).map { x.elements[$0] }
      let extreme = isLargest ? stretch.max() : stretch.min()
      for element in runs.elements(of: run) {
        signs[element] = x.elements[element] == extreme ? 1 : -1
      }
    }
    return signs
  }
}
