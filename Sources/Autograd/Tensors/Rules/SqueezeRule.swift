/// The same elements without axes of one element: all of those, or one.
struct SqueezeRule: OrderKeepingRule {
  func application(
    x: Shape, y: Shape, attribute: Attribute
  ) throws(ShapeMistake) -> Application {
    guard case .axis(let number?) = attribute else {
      return Application(x: x, out: Shape(x.extents.filter { $0 != 1 }), attribute: .axis(nil))
    }
    guard let axis = x.axis(number) else { throw .axis(number, x) }
    guard x.extents[axis] == 1 else { throw .squeeze(number, x) }
    var extents = x.extents
    extents.remove(at: axis)
    return Application(x: x, out: Shape(extents), attribute: .axis(axis))
  }
}
