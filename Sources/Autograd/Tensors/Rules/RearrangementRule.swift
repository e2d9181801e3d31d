/// What primitives share that put elements of one operand to other places: every element of the
/// output is one of the operand's.
protocol RearrangementRule: TensorRule {
  /// Where the output's elements are in the operand.
  func places(_ application: Application) -> Places
}

extension RearrangementRule {
  func forward(
    _ application: Application, x: UnsafePointer<Double>, y: UnsafePointer<Double>,
    into out: UnsafeMutablePointer<Double>
  ) {
    places(application).visit { place, source in out[place] = x[source] }
  }

  func forEachCell(
    _ application: Application, _ numbers: Numbers, slot: Int, element: Int,
    _ yield: (Cell) -> Void
  ) {
    places(application).visit { place, source in
      if source == element { yield(Cell(out: place, derivative: 1)) }
    }
  }

  func origins(_ application: Application, of element: Int) -> [CellOrigin] {
    [CellOrigin(x: places(application).element(at: element), y: nil)]
  }

  func pullback(
    _ application: Application, _ numbers: Numbers, slot: Int, upstream: UnsafePointer<Double>,
    into destination: UnsafeMutablePointer<Double>
  ) {
    destination.update(repeating: 0, count: application.x.count)
    places(application).visit { place, source in destination[source] += upstream[place] }
  }

  func pushforward(
    _ application: Application, _ numbers: Numbers, slot: Int, rates: UnsafePointer<Double>,
    addingTo destination: UnsafeMutablePointer<Double>
  ) {
    places(application).visit { place, source in destination[place] += rates[source] }
  }

  func expand(
    _ application: Application, x: [NodeID], y: [NodeID], in graph: inout Graph
  ) -> [NodeID] {
    var out: [NodeID] = Array(repeating: NodeID(0), count: application.out.count)
    places(application).visit { place, source in out[place] = x[source] }
    return out
  }
}
