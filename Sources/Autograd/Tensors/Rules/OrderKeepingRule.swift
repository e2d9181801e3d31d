/// The same elements one after the other, under another shape.
protocol OrderKeepingRule: RearrangementRule {}

extension OrderKeepingRule {
  func forEachMove(_ application: Application, _ yield: (_ out: Int, _ source: Int) -> Void) {
    for place in 0..<application.out.count { yield(place, place) }
  }

  func forEachCell(
    _ application: Application, _ numbers: Numbers, slot: Int, element: Int,
    _ yield: (Cell) -> Void
  ) {
    yield(Cell(out: element, derivative: 1))
  }
}
