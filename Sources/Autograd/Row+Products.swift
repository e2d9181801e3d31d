extension Primitive {
  /// `@`
  public static let matmul = row("matmul")
}

extension Primitive.Row {
  static let products: [Self] = [
    .tensor(
      "matmul", "The product of matrices.", arity: 2, notation: .infix("@", printed: "@"),
      rules: ["upstream @ y.T", "x.T @ upstream"],
      python: .both("{x} @ {y}"),
      MatrixProductRule())
  ]
}
