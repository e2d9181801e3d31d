import Autograd

extension ShapeMistake {
  /// What is wrong, with the formulas of both operands, and the likely repair.
  func wording(of primitive: Primitive, x: String, y: String) -> (message: String, repair: String?)
  {
    switch self {
    case .noBroadcast(let left, let right):
      (
        "the shapes do not fit: \(x) has \(left), \(y) has \(right)",
        Self.broadcastRepair(left, right, x: x, y: y)
      )
    case .inner(let left, let right):
      (
        "the inner extents differ: \(x) has \(left), \(y) has \(right)",
        Self.productRepair(left, right, x: x, y: y)
      )
    case .productOfScalar(let left, let right):
      (
        "'@' multiplies vectors and matrices: \(x) has \(left), \(y) has \(right)",
        "for the product with a number write '*'"
      )
    case .axis(let axis, let shape):
      ("there is no axis \(axis): \(x) has \(shape)", Self.axisRepair(shape))
    case .reshape(let shape, let extents):
      (
        "\(x) has \(shape), which is \(shape.count) elements, and (\(Self.list(extents))) is not",
        "one extent may be -1, for what is left over"
      )
    case .squeeze(let axis, let shape):
      ("axis \(axis) has more than one element: \(x) has \(shape)", nil)
    case .index(let index, let axis, let shape):
      (
        "there is no element \(index) along axis \(axis): \(x) has \(shape)",
        shape.extents[axis] == 0
          ? nil : "the last one is \(shape.extents[axis] - 1), or -1 from the end"
      )
    case .indices(let count, let shape):
      ("\(count) indices are too many: \(x) has \(shape)", nil)
    case .empty(let shape):
      ("'\(primitive.name)' needs an element: \(x) has \(shape)", nil)
    case .join(let left, let right, let axis):
      (
        "all but axis \(axis) have to agree: \(x) has \(left), \(y) has \(right)", nil
      )
    case .rank(let rank): ("\(rank) axes are more than \(Shape.maximumRank)", nil)
    case .uncountable: ("the result would have too many elements", nil)
    }
  }

  private static func list(_ extents: [Int]) -> String {
    extents.map(String.init).joined(separator: ", ")
  }

  private static func axisRepair(_ shape: Shape) -> String? {
    shape.rank == 0 ? "a number has no axes" : "count from 0 to \(shape.rank - 1), or from -1 back"
  }

  /// The transpose that would make the inner extents equal.
  private static func productRepair(
    _ left: Shape, _ right: Shape, x: String, y: String
  ) -> String? {
    let (transposed, turned) = (Shape(left.extents.reversed()), Shape(right.extents.reversed()))
    if right.rank > 1, fit(left, turned) {
      return "did you mean '\(bracketed(x)) @ \(bracketed(y)).T'?"
    }
    if left.rank > 1, fit(transposed, right) {
      return "did you mean '\(bracketed(x)).T @ \(bracketed(y))'?"
    }
    if fit(right, left) { return "did you mean '\(bracketed(y)) @ \(bracketed(x))'?" }
    return "the last extent of the left side has to be the last but one of the right side"
  }

  private static func fit(_ left: Shape, _ right: Shape) -> Bool {
    left.rank > 0 && right.rank > 0
      && left.extents[left.rank - 1] == right.extents[max(0, right.rank - 2)]
  }

  /// What would make two shapes fit: a transpose, or an axis of one element at the end.
  private static func broadcastRepair(
    _ left: Shape, _ right: Shape, x: String, y: String
  ) -> String? {
    if left.rank > 1, Shape(left.extents.reversed()).broadcast(with: right) != nil {
      return "did you mean '\(bracketed(x)).T'?"
    }
    if right.rank > 1, left.broadcast(with: Shape(right.extents.reversed())) != nil {
      return "did you mean '\(bracketed(y)).T'?"
    }
    for (shape, other, name) in [(left, right, x), (right, left, y)]
    where Shape(shape.extents + [1]).broadcast(with: other) != nil {
      let extents = shape.extents.map(String.init) + ["1"]
      return "did you mean 'reshape(\(name), \(extents.joined(separator: ", ")))'?"
    }
    return nil
  }

  /// In brackets where the formula is more than a name, a number, or a call.
  private static func bracketed(_ text: String) -> String {
    text.contains(where: { " +-*/@^".contains($0) }) ? "(\(text))" : text
  }
}
