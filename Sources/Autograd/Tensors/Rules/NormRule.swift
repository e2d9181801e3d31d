/// The Euclidean length, the root of the sum of squares; its derivative at 0 is 0.
struct NormRule: Reduction {
  let acceptsNone = true

  func value(_ elements: UnsafePointer<Double>, count: Int, stride: Int) -> Double {
    var sum = 0.0
    for i in 0..<count { sum += elements[i * stride] * elements[i * stride] }
    return sum.squareRoot()
  }

  func derivative(
    _ elements: UnsafePointer<Double>, count: Int, stride: Int, at i: Int, out: Double
  ) -> Double { out == 0 ? 0 : elements[i * stride] / out }

  func expand(_ elements: [NodeID], in graph: inout Graph) -> NodeID {
    let squares = elements.map { graph.apply(.row("square"), $0) }
    return graph.apply(.row("sqrt"), graph.chain(squares, .add, none: 0))
  }
}
