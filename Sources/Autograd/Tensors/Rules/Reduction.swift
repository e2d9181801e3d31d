/// What all reductions share: one number for each stretch along an axis, or one for all elements.
protocol Reduction: TensorRule {
  /// Whether there is an answer for no elements.
  var acceptsNone: Bool { get }
  /// The value of a stretch of `count` elements, `stride` apart.
  func value(_ elements: UnsafePointer<Double>, count: Int, stride: Int) -> Double
  /// ∂value/∂elements[i] of the stretch.
  func derivative(
    _ elements: UnsafePointer<Double>, count: Int, stride: Int, at i: Int, out: Double
  ) -> Double
  /// The value of a stretch from nodes of numbers.
  func expand(_ elements: [NodeID], in graph: inout Graph) -> NodeID
}

extension Reduction {
  func application(
    x: Shape, y: Shape, attribute: Attribute
  ) throws(ShapeMistake) -> Application {
    guard case .axis(let number?) = attribute else {
      guard acceptsNone || x.count > 0 else { throw .empty(x) }
      return Application(x: x, out: .scalar, attribute: .axis(nil))
    }
    guard let axis = x.axis(number) else { throw .axis(number, x) }
    guard acceptsNone || x.extents[axis] > 0 else { throw .empty(x) }
    var extents = x.extents
    extents.remove(at: axis)
    return Application(x: x, out: Shape(extents), attribute: .axis(axis))
  }

  func forward(
    _ application: Application, x: UnsafePointer<Double>, y: UnsafePointer<Double>,
    into out: UnsafeMutablePointer<Double>
  ) {
    let runs = AxisRuns(application.x, axis: application.axis)
    for run in 0..<runs.runs {
      out[run] = value(x + runs.start(of: run), count: runs.count, stride: runs.inner)
    }
  }

  func forEachCell(
    _ application: Application, _ numbers: Numbers, slot: Int, element: Int,
    _ yield: (Cell) -> Void
  ) {
    let runs = AxisRuns(application.x, axis: application.axis)
    let run = runs.run(of: element)
    let start = runs.start(of: run)
    yield(
      Cell(
        out: run,
        derivative: derivative(
          numbers.x + start, count: runs.count, stride: runs.inner,
          at: (element - start) / runs.inner, out: numbers.out[run])))
  }

  func origins(_ application: Application, of element: Int) -> [CellOrigin] {
    AxisRuns(application.x, axis: application.axis).elements(of: element)
      .map { CellOrigin(x: $0, y: nil) }
  }

  func pullback(
    _ application: Application, _ numbers: Numbers, slot: Int, upstream: UnsafePointer<Double>,
    into destination: UnsafeMutablePointer<Double>
  ) {
    let runs = AxisRuns(application.x, axis: application.axis)
    for run in 0..<runs.runs {
      let start = runs.start(of: run)
      for i in 0..<runs.count {
        destination[start + i * runs.inner] =
          upstream[run]
          * derivative(
            numbers.x + start, count: runs.count, stride: runs.inner, at: i, out: numbers.out[run])
      }
    }
  }

  func expand(
    _ application: Application, x: [NodeID], y: [NodeID], in graph: inout Graph
  ) -> [NodeID] {
    let runs = AxisRuns(application.x, axis: application.axis)
    return (0..<runs.runs).map { run in
      expand(runs.elements(of: run).map { x[$0] }, in: &graph)
    }
  }
}

extension Graph {
  /// `a ∘ b ∘ c …` from the left, or the number where there are none.
  mutating func chain(_ nodes: [NodeID], _ primitive: Primitive, none: Double) -> NodeID {
    guard let first = nodes.first else { return constant(none) }
    return nodes.dropFirst().reduce(first) { apply(primitive, $0, $1) }
  }
}
