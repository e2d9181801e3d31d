#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Primitive {
  // What the language's own operators stand for. The rows are the first of the table, in this
  // order, so that recording `x + y` need not look anything up.
  /// `+`
  @inlinable public static var add: Primitive { Primitive(id: 0) }
  /// `-` between two operands
  @inlinable public static var subtract: Primitive { Primitive(id: 1) }
  /// `*`
  @inlinable public static var multiply: Primitive { Primitive(id: 2) }
  /// `/`
  @inlinable public static var divide: Primitive { Primitive(id: 3) }
  /// `^`
  @inlinable public static var pow: Primitive { Primitive(id: 4) }
  /// `-` before one operand
  @inlinable public static var negate: Primitive { Primitive(id: 5) }
}

extension Primitive.Row {
  static let arithmetic: [Self] = [
    .binary(
      "add", "The sum.", notation: .infix("+", printed: "+"), isSymmetric: true, rules: ["1", "1"],
      samples: [[2, 3], [-0.5, 4], [1e3, -1e-3]], python: .both("{x} + {y}"),
      value: { x, y in x + y }, first: { _, _, _ in 1 }, second: { _, _, _ in 1 }),
    .binary(
      "subtract", "The difference.", notation: .infix("-", printed: "-"), rules: ["1", "-1"],
      samples: [[2, 3], [-0.5, 4]], python: .both("{x} - {y}"),
      value: { x, y in x - y }, first: { _, _, _ in 1 }, second: { _, _, _ in -1 }),
    .binary(
      "multiply", "The product.", notation: .infix("*", printed: "·"), isSymmetric: true,
      rules: ["y", "x"],
      samples: [[2, 3], [-0.5, 4], [0, 7]], python: .both("{x} * {y}"),
      value: { x, y in x * y }, first: { _, y, _ in y }, second: { x, _, _ in x }),
    .binary(
      "divide", "The quotient.", notation: .infix("/", printed: "/"), rules: ["1 / y", "-out / y"],
      samples: [[2, 3], [-0.5, 4], [5, -0.2]], kink: { _, y in y }, python: .both("{x} / {y}"),
      value: { x, y in x / y }, first: { _, y, _ in 1 / y }, second: { _, y, out in -out / y }),
    .binary(
      "pow", "x to the power of y.", notation: .infix("^", printed: "^"),
      rules: [
        ["y = 0": "0", "y != 0": "y * x^(y - 1)"],
        ["x = 0 and y >= 0": "0", "otherwise": "out * log(x)"],
      ],
      convention: "With exponent 0 the derivative for the base is 0; at base 0 with an exponent"
        + " of 0 or more the derivative for the exponent is 0.",
      samples: [[2, 3], [0.5, -1.5], [3, 0], [1.7, 0.3]],
      kink: { x, y in y == 0 || y >= 1 ? 1 : x },
      python: .jax(
        "power({x}, {y})",
        defining: """
          @jax.custom_jvp
          def power(x, y):
              # JAX has nan for the derivatives at x = 0 where y is 0 or less.
              return jnp.power(x, y)


          power.defjvps(
              lambda dx, out, x, y: dx * jnp.where(y == 0, 0.0, y * jnp.power(x, y - 1)),
              lambda dy, out, x, y: dy * jnp.where((x == 0) & (y >= 0), 0.0, out * jnp.log(x)),
          )
          """, torch: "torch.pow({x}, {y})"),
      // The square of every second formula takes one multiplication.
      value: { x, y in y == 2 ? x * x : pow(x, y) },
      first: { x, y, _ in y == 2 ? 2 * x : y == 0 ? 0 : y * pow(x, y - 1) },
      second: { x, y, out in x == 0 && y >= 0 ? 0 : out * log(x) }),
    .unary(
      "negate", "The number with the other sign.", notation: .prefix("-"), rule: "-1",
      samples: [2, -0.5], python: .both("-{x}"), value: { x in -x }, derivative: { _, _ in -1 }),
  ]
}
