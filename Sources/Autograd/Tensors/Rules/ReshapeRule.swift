/// The same elements in another shape. One extent may be -1: what is left over.
struct ReshapeRule: RearrangementRule {
  func application(
    x: Shape, y: Shape, attribute: Attribute
  ) throws(ShapeMistake) -> Application {
    guard case .extents(let asked) = attribute else { throw .reshape(x, []) }
    guard asked.count <= Shape.maximumRank else { throw .rank(asked.count) }
    var extents = asked
    if let open = extents.firstIndex(of: -1) {
      extents[open] = 1
      guard let rest = Shape(checking: extents), rest.count > 0, x.count % rest.count == 0 else {
        throw .reshape(x, asked)
      }
      extents[open] = x.count / rest.count
    }
    guard let out = Shape(checking: extents), out.count == x.count else {
      throw .reshape(x, asked)
    }
    return Application(x: x, out: out, attribute: .extents(extents))
  }

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

/// The same elements without axes of one element: all of those, or one.
struct SqueezeRule: RearrangementRule {
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
