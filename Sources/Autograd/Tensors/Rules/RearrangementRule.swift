/// What primitives share that put elements of one operand to other places: every element of the
/// output is one of the operand's.
protocol RearrangementRule: TensorRule {
  /// Calls `yield` with every place of the output and the place of its element in the operand.
  func forEachMove(_ application: Application, _ yield: (_ out: Int, _ source: Int) -> Void)
}

extension RearrangementRule {
  func forward(
    _ application: Application, x: UnsafePointer<Double>, y: UnsafePointer<Double>,
    into out: UnsafeMutablePointer<Double>
  ) {
    forEachMove(application) { place, source in out[place] = x[source] }
  }

  func forEachCell(
    _ application: Application, _ numbers: Numbers, slot: Int, element: Int,
    _ yield: (Cell) -> Void
  ) {
    forEachMove(application) { place, source in
      if source == element { yield(Cell(out: place, derivative: 1)) }
    }
  }

  func pullback(
    _ application: Application, _ numbers: Numbers, slot: Int, upstream: UnsafePointer<Double>,
    into destination: UnsafeMutablePointer<Double>
  ) {
    destination.update(repeating: 0, count: application.x.count)
    forEachMove(application) { place, source in destination[source] += upstream[place] }
  }

  func pushforward(
    _ application: Application, _ numbers: Numbers, slot: Int, rates: UnsafePointer<Double>,
    addingTo destination: UnsafeMutablePointer<Double>
  ) {
    forEachMove(application) { place, source in destination[place] += rates[source] }
  }

  func expand(
    _ application: Application, x: [NodeID], y: [NodeID], in graph: inout Graph
  ) -> [NodeID] {
    var out: [NodeID] = Array(repeating: NodeID(0), count: application.out.count)
    forEachMove(application) { place, source in out[place] = x[source] }
    return out
  }
}
