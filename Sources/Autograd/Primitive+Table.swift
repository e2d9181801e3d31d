extension Primitive {
  /// The table, in the order in which the manual lists it. A primitive's id is its position.
  static let rows: ContiguousArray<Row> = ContiguousArray(
    Row.arithmetic + Row.elementary + Row.trigonometric + Row.selection + Row.activations)

  /// Every primitive, in the order the manual lists them.
  public static let all: [Primitive] = rows.indices.map { Primitive(id: UInt8($0)) }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The row of that name, if there is one.
  ///
  /// ```swift
  /// Primitive.named("tanh")?.arity  // 1
  /// Primitive.named("tahn")         // nil
  /// ```
  public static func named(_ name: String) -> Primitive? { byName[name] }
}
