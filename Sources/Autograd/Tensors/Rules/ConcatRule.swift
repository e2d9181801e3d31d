/// One tensor behind another along an axis; all other extents are equal.
struct ConcatRule: TensorRule {
  func application(
    x: Shape, y: Shape, attribute: Attribute
  ) throws(ShapeMistake) -> Application {
    var number = 0
    if case .axis(let asked?) = attribute { number = asked }
    guard let axis = x.axis(number) else { throw .axis(number, x) }
    guard x.rank == y.rank else { throw .join(x, y, axis: axis) }
    var extents = x.extents
    extents[axis] = y.extents[axis]
    guard extents == y.extents else { throw .join(x, y, axis: axis) }
    let (sum, overflow) = x.extents[axis].addingReportingOverflow(y.extents[axis])
    extents[axis] = sum
    guard !overflow, let out = Shape(checking: extents) else { throw .uncountable }
    return Application(x: x, y: y, out: out, attribute: .axis(axis))
  }

  func forward(
    _ application: Application, x: UnsafePointer<Double>, y: UnsafePointer<Double>,
    into out: UnsafeMutablePointer<Double>
  ) {
    forEachStretch(application, slot: 0) { out[$0] = x[$1] }
    forEachStretch(application, slot: 1) { out[$0] = y[$1] }
  }

  /// The place in the output of every element of an operand.
  private func forEachStretch(
    _ application: Application, slot: Int, _ yield: (_ out: Int, _ element: Int) -> Void
  ) {
    for element in 0..<application.operand(slot).count {
      yield(place(application, slot: slot, element), element)
    }
  }

  private func place(_ application: Application, slot: Int, _ element: Int) -> Int {
    let axis = application.axis ?? 0
    let (own, out) = (
      AxisRuns(application.operand(slot), axis: axis), AxisRuns(application.out, axis: axis)
    )
    let behind = slot == 0 ? 0 : application.x.extents[axis]
    let (outer, rest) = element.quotientAndRemainder(dividingBy: own.count * own.inner)
    return outer * out.count * out.inner + behind * own.inner + rest
  }

  func forEachCell(
    _ application: Application, _ numbers: Numbers, slot: Int, element: Int,
    _ yield: (Cell) -> Void
  ) {
    yield(Cell(out: place(application, slot: slot, element), derivative: 1))
  }

  func origins(_ application: Application, of element: Int) -> [CellOrigin] {
    let axis = application.axis ?? 0
    let out = AxisRuns(application.out, axis: axis)
    let first = application.x.extents[axis]
    let (line, column) = (element / out.inner, element % out.inner)
    let (outer, place) = line.quotientAndRemainder(dividingBy: out.count)
    guard place < first else {
      let own = application.y.extents[axis]
      return [CellOrigin(x: nil, y: (outer * own + place - first) * out.inner + column)]
    }
    return [CellOrigin(x: (outer * first + place) * out.inner + column, y: nil)]
  }

  func expand(
    _ application: Application, x: [NodeID], y: [NodeID], in graph: inout Graph
  ) -> [NodeID] {
    var out: [NodeID] = Array(repeating: NodeID(0), count: application.out.count)
    forEachStretch(application, slot: 0) { out[$0] = x[$1] }
    forEachStretch(application, slot: 1) { out[$0] = y[$1] }
    return out
  }
}
