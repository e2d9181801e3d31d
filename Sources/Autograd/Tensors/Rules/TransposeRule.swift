/// The axes in reverse order: rows become columns.
struct TransposeRule: RearrangementRule {
  func application(
    x: Shape, y: Shape, attribute: Attribute
  ) throws(ShapeMistake) -> Application {
    Application(x: x, out: Shape(x.extents.reversed()))
  }

  func places(_ application: Application) -> Places {
    Places(extents: application.out.extents, strides: application.x.strides.reversed(), start: 0)
  }
}
