/// The same elements one after the other, under another shape.
protocol OrderKeepingRule: RearrangementRule {}

extension OrderKeepingRule {
  func places(_ application: Application) -> Places {
    Places(extents: [application.out.count], strides: [1], start: 0)
  }

  func forEachCell(
    _ application: Application, _ numbers: Numbers, slot: Int, element: Int,
    _ yield: (Cell) -> Void
  ) {
    yield(Cell(out: element, derivative: 1))
  }
}
