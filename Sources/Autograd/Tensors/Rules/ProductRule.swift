/// The product of the elements; 1 where there are none.
///
/// The derivative for one of them is the product of the others, also where one is 0.
struct ProductRule: Reduction {
  let acceptsNone = true

  func value(_ elements: UnsafePointer<Double>, count: Int, stride: Int) -> Double {
    (0..<count).reduce(1) { $0 * elements[$1 * stride] }
  }

  func derivative(
    _ elements: UnsafePointer<Double>, count: Int, stride: Int, at i: Int, out: Double
  ) -> Double {
    (0..<count).reduce(1) { $1 == i ? $0 : $0 * elements[$1 * stride] }
  }

  /// In one way there and one back: what stands before an element times what stands behind it.
  func pullback(
    _ application: Application, _ numbers: Numbers, slot: Int, upstream: UnsafePointer<Double>,
    into destination: UnsafeMutablePointer<Double>
  ) {
    let runs = AxisRuns(application.x, axis: application.axis)
    for run in 0..<runs.runs {
      var before = 1.0
      for element in runs.elements(of: run) {
        destination[element] = before
        before *= numbers.x[element]
      }
      var behind = upstream[run]
      for element in runs.elements(of: run).reversed() {
        destination[element] *= behind
        behind *= numbers.x[element]
      }
    }
  }

  func expand(_ elements: [NodeID], in graph: inout Graph) -> NodeID {
    graph.chain(elements, .multiply, none: 1)
  }
}
