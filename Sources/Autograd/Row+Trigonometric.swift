#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Primitive.Row {
  static let trigonometric: [Self] = [
    .unary(
      "sin", "The sine of x radians.", rule: "cos(x)", samples: [0.5, -2, 10],
      value: { x in sin(x) }, derivative: { x, _ in cos(x) }),
    .unary(
      "cos", "The cosine of x radians.", rule: "-sin(x)", samples: [0.5, -2, 10],
      value: { x in cos(x) }, derivative: { x, _ in -sin(x) }),
    .unary(
      "tan", "The tangent of x radians.", rule: "1 + out^2", samples: [0.5, -1, 3],
      kink: { x, _ in cos(x) }, value: { x in tan(x) }, derivative: { _, out in 1 + out * out }),
    .unary(
      "asin", "The angle whose sine is x.", rule: "1 / sqrt(1 - x^2)",
      convention: "The derivatives at -1 and 1 are infinite.", samples: [0.5, -0.9, 0],
      kink: { x, _ in 1 - x * x },
      value: { x in asin(x) }, derivative: { x, _ in 1 / (1 - x * x).squareRoot() }),
    .unary(
      "acos", "The angle whose cosine is x.", rule: "-1 / sqrt(1 - x^2)",
      convention: "The derivatives at -1 and 1 are infinite.", samples: [0.5, -0.9, 0],
      kink: { x, _ in 1 - x * x },
      value: { x in acos(x) }, derivative: { x, _ in -1 / (1 - x * x).squareRoot() }),
    .unary(
      "atan", "The angle whose tangent is x.", rule: "1 / (1 + x^2)", samples: [0.5, -3, 0],
      value: { x in atan(x) }, derivative: { x, _ in 1 / (1 + x * x) }),
    .unary(
      "sinh", "The hyperbolic sine.", rule: "cosh(x)", samples: [0.5, -2, 0],
      value: { x in sinh(x) }, derivative: { x, _ in cosh(x) }),
    .unary(
      "cosh", "The hyperbolic cosine.", rule: "sinh(x)", samples: [0.5, -2, 0],
      value: { x in cosh(x) }, derivative: { x, _ in sinh(x) }),
    .unary(
      "tanh", "The hyperbolic tangent, between -1 and 1.", rule: "1 - out^2",
      samples: [0.5, -2, 0],
      value: { x in hyperbolicTangent(x) }, derivative: { _, out in 1 - out * out }),
  ]
}
