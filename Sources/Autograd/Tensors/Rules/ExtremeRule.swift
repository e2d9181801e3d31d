/// The largest or the smallest element; nan where one of them is nan, as in NumPy.
///
/// The largest elements share the gradient equally.
struct ExtremeRule: Reduction {
  /// Whether it is the largest.
  let isLargest: Bool

  let acceptsNone = false

  func value(_ elements: UnsafePointer<Double>, count: Int, stride: Int) -> Double {
    var best = elements[0]
    for i in 1..<max(1, count) {
      let next = elements[i * stride]
      if best.isNaN { break }
      if next.isNaN || (isLargest ? next > best : next < best) { best = next }
    }
    return best
  }

  func derivative(
    _ elements: UnsafePointer<Double>, count: Int, stride: Int, at i: Int, out: Double
  ) -> Double {
    guard elements[i * stride] == out else { return 0 }
    return 1 / Double(ties(elements, count, stride, out))
  }

  private func ties(
    _ elements: UnsafePointer<Double>, _ count: Int, _ stride: Int, _ out: Double
  ) -> Int {
    (0..<count).count { elements[$0 * stride] == out }
  }

  func pullback(
    _ application: Application, _ numbers: Numbers, slot: Int, upstream: UnsafePointer<Double>,
    into destination: UnsafeMutablePointer<Double>
  ) {
    let runs = AxisRuns(application.x, axis: application.axis)
    for run in 0..<runs.runs {
      let start = runs.start(of: run)
      let out = numbers.out[run]
      let share = 1 / Double(max(1, ties(numbers.x + start, runs.count, runs.inner, out)))
      for i in 0..<runs.count {
        let element = start + i * runs.inner
        destination[element] = upstream[run] * (numbers.x[element] == out ? share : 0)
      }
    }
  }

  func expand(_ elements: [NodeID], in graph: inout Graph) -> NodeID {
    graph.chain(elements, .row(isLargest ? "maximum" : "minimum"), none: .nan)
  }
}
