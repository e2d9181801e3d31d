#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `log Σ exp(x)` without overflow: the largest element is taken out first.
///
/// Its derivatives are the softmax of the elements. -infinity where there are none.
struct LogSumExpRule: Reduction {
  let acceptsNone = true

  func value(_ elements: UnsafePointer<Double>, count: Int, stride: Int) -> Double {
    guard count > 0 else { return -.infinity }
    let largest = ExtremeRule(isLargest: true).value(elements, count: count, stride: stride)
    guard largest.isFinite else { return largest }
    var sum = 0.0
    for i in 0..<count { sum += exp(elements[i * stride] - largest) }
    return largest + log(sum)
  }

  func derivative(
    _ elements: UnsafePointer<Double>, count: Int, stride: Int, at i: Int, out: Double
  ) -> Double { exp(elements[i * stride] - out) }

  func expand(_ elements: [NodeID], in graph: inout Graph) -> NodeID {
    guard !elements.isEmpty else { return graph.constant(-.infinity) }
    let largest = graph.chain(elements, .row("maximum"), none: 0)
    let terms = elements.map { graph.apply(.row("exp"), graph.apply(.subtract, $0, largest)) }
    return graph.apply(.add, largest, graph.apply(.row("log"), graph.chain(terms, .add, none: 0)))
  }
}
