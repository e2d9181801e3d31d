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

  /// Evaluates the output with one node clamped, and watches the primitives that have kinks.
  struct Probe {
    private let graph: Graph
    private let output: NodeID
    private let values: [Double]
    private var scratch: [Double]
    /// The nodes on the way to the output whose primitive has a kink, with their distance to it.
    private let kinks: [(node: Int, distance: Double)]

    init(graph: Graph, output: NodeID, values: [Double], influences: [Bool]) {
      self.graph = graph
      self.output = output
      self.values = values
      scratch = values
      kinks = influences.indices.compactMap { node in
        guard influences[node] else { return nil }
        return graph.kinkDistance(at: node, values: values).map { (node, $0) }
      }
    }
  }
}

extension GradientCheck.Probe {
  /// The smallest error of a central difference with one extrapolation is at a step of about the
  /// fifth root of the precision. Where that reaches across a kink, leaves the domain or is too
  /// coarse for the function, a shorter one is tried.
  mutating func derivative(at node: NodeID) -> GradientCheck.Estimate {
    let scale = max(1, values[node.index].magnitude)
    var best = estimate(at: node, step: 7e-4 * scale)
    for step in [3e-5, 1e-6] {
      if !best.crossesKink, best.correction <= 1e-4 * best.value.magnitude { break }
      let next = estimate(at: node, step: step * scale)
      let isBetter = !(next.correction >= best.correction)
      if best.crossesKink || (!next.crossesKink && isBetter) { best = next }
    }
    scratch = values
    return best
  }

  /// Two central differences, at `step` and half of it, extrapolated to step 0 (Richardson 1911):
  /// the errors of second order cancel.
  private mutating func estimate(at node: NodeID, step: Double) -> GradientCheck.Estimate {
    var crossesKink = false
    let whole = difference(at: node, step: step, crossesKink: &crossesKink)
    let half = difference(at: node, step: step / 2, crossesKink: &crossesKink)
    return GradientCheck.Estimate(
      value: half + (half - whole) / 3,
      noise: values[output.index].magnitude * Double.ulpOfOne / step,
      crossesKink: crossesKink, correction: (half - whole).magnitude)
  }

  private mutating func difference(
    at node: NodeID, step: Double, crossesKink: inout Bool
  ) -> Double {
    let (below, above) = (values[node.index] - step, values[node.index] + step)
    let fall = evaluate(node, at: below, crossesKink: &crossesKink)
    let rise = evaluate(node, at: above, crossesKink: &crossesKink)
    return (rise - fall) / (above - below)
  }

  private mutating func evaluate(
    _ node: NodeID, at value: Double, crossesKink: inout Bool
  ) -> Double {
    scratch[node.index] = value
    graph.recompute(&scratch, nodes: (node.index + 1)..<max(node.index, output.index) + 1)
    for kink in kinks where kink.node > node.index && !crossesKink {
      let distance = graph.kinkDistance(at: kink.node, values: scratch) ?? kink.distance
      // A distance that did not move belongs to a primitive the node does not reach.
      crossesKink = distance != kink.distance && !(distance * kink.distance > 0)
    }
    let result = scratch[output.index]
    scratch[node.index] = values[node.index]
    return result
  }
}

extension Graph {
  /// See `Primitive.kink`; nil at a leaf.
  func kinkDistance(at node: Int, values: [Double]) -> Double? {
    guard codes[node] < Self.constantCode else { return nil }
    let y = Int(second[node])
    return Primitive(id: codes[node]).kink(
      x: values[Int(first[node])], y: y < 0 ? 0 : values[y])
  }
}
