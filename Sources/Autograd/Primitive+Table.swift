extension Primitive {
  /// The table, in the order in which the manual lists it. A primitive's id is its position.
  static let rows: ContiguousArray<Row> = ContiguousArray(
    Row.elementwise + Row.reductions + Row.products + Row.arrangements)

  /// Every primitive, in the order the manual lists them.
  public static let all: [Primitive] = rows.indices.map { Primitive(id: UInt8($0)) }

  /// Those that work on each element alone, and on numbers: the first ones.
  public static let elementwise: [Primitive] = Array(all.prefix(Row.elementwise.count))

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The row of that name, if there is one.
  ///
  /// ```swift
  /// Primitive.named("tanh")?.arity  // 1
  /// Primitive.named("tahn")         // nil
  /// ```
  public static func named(_ name: String) -> Primitive? { byName[name] }

  /// The row of a name that the table is known to have.
  package static func row(_ name: String) -> Primitive {
    guard let primitive = named(name) else { preconditionFailure("no primitive '\(name)'") }
    return primitive
  }
}

extension Primitive.Row {
  static let elementwise =
    arithmetic + elementary + trigonometric + selection + activations + losses
}
