#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `exp(x) / Σ exp(x)` along an axis without overflow, or the logarithm of that.
///
/// The largest element is subtracted first, which changes nothing in exact arithmetic. The VJPs
/// are those of Gugger, "A simple neural net in numpy" (2018): `y (g - Σ y g)`, and
/// `g - exp(y) Σ g` for the logarithm.
struct SoftmaxRule: TensorRule {
  let isLogarithm: Bool

  func application(
    x: Shape, y: Shape, attribute: Attribute
  ) throws(ShapeMistake) -> Application {
    // A number is a stretch of one.
    guard x.rank > 0 else { return Application(x: x, out: x, attribute: .axis(nil)) }
    var number = -1
    if case .axis(let asked?) = attribute { number = asked }
    guard let axis = x.axis(number) else { throw .axis(number, x) }
    return Application(x: x, out: x, attribute: .axis(axis))
  }

  func forward(
    _ application: Application, x: UnsafePointer<Double>, y: UnsafePointer<Double>,
    into out: UnsafeMutablePointer<Double>
  ) {
    let runs = AxisRuns(application.x, axis: application.axis)
    guard runs.count > 0 else { return }
    for run in 0..<runs.runs {
      let start = runs.start(of: run)
      let total = LogSumExpRule().value(x + start, count: runs.count, stride: runs.inner)
      for element in runs.elements(of: run) {
        let logarithm = x[element] - total
        out[element] = isLogarithm ? logarithm : exp(logarithm)
      }
    }
  }

  func forEachCell(
    _ application: Application, _ numbers: Numbers, slot: Int, element: Int,
    _ yield: (Cell) -> Void
  ) {
    let runs = AxisRuns(application.x, axis: application.axis)
    let own = probability(numbers, element)
    for other in runs.elements(of: runs.run(of: element)) {
      let same = other == element ? 1.0 : 0
      let derivative = isLogarithm ? same - own : probability(numbers, other) * (same - own)
      yield(Cell(out: other, derivative: derivative))
    }
  }

  func origins(_ application: Application, of element: Int) -> [CellOrigin] {
    let runs = AxisRuns(application.x, axis: application.axis)
    return runs.elements(of: runs.run(of: element)).map { CellOrigin(x: $0, y: nil) }
  }

  func pullback(
    _ application: Application, _ numbers: Numbers, slot: Int, upstream: UnsafePointer<Double>,
    into destination: UnsafeMutablePointer<Double>
  ) {
    let runs = AxisRuns(application.x, axis: application.axis)
    for run in 0..<runs.runs {
      var sum = 0.0
      for element in runs.elements(of: run) {
        sum += isLogarithm ? upstream[element] : upstream[element] * numbers.out[element]
      }
      for element in runs.elements(of: run) {
        let own = probability(numbers, element)
        destination[element] =
          isLogarithm ? upstream[element] - own * sum : own * (upstream[element] - sum)
      }
    }
  }

  private func probability(_ numbers: Numbers, _ element: Int) -> Double {
    isLogarithm ? exp(numbers.out[element]) : numbers.out[element]
  }

  func expand(
    _ application: Application, x: [NodeID], y: [NodeID], in graph: inout Graph
  ) -> [NodeID] {
    let runs = AxisRuns(application.x, axis: application.axis)
    var out = x
    for run in 0..<runs.runs {
      let total = LogSumExpRule().expand(runs.elements(of: run).map { x[$0] }, in: &graph)
      for element in runs.elements(of: run) {
        let logarithm = graph.apply(.subtract, x[element], total)
        out[element] = isLogarithm ? logarithm : graph.apply(.row("exp"), logarithm)
      }
    }
    return out
  }
}
