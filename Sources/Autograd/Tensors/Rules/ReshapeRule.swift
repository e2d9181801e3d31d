/// The same elements in another shape. One extent may be -1: what is left over.
struct ReshapeRule: OrderKeepingRule {
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
}
