#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the losses of the prelude are made of, element by element.
extension Primitive.Row {
  static let losses: [Self] = [
    .unary(
      "clipped_log", "The natural logarithm of x, or of 1e-8 where x is smaller.",
      rule: ["x >= 1e-8": "1 / x", "x < 1e-8": "100000000"],
      convention:
        "Below 1e-8 the derivative is that at 1e-8, so that a wrong certainty still learns.",
      samples: [0.5, 2, 30], kink: { x, _ in x - smallestProbability },
      python: .jax(
        "clipped_log({x})",
        defining: """
          @jax.custom_jvp
          def clipped_log(x):
              return jnp.log(jnp.maximum(x, 1e-8))


          # Below 1e-8 the derivative is that at 1e-8.
          clipped_log.defjvps(lambda dx, out, x: dx / jnp.maximum(x, 1e-8))
          """,
        torch: "torch.where({x} < 1e-8, np.log(1e-8) + ({x} - {x}.detach()) / 1e-8, torch.log({x}))"
      ),
      value: { x in log(x < smallestProbability ? smallestProbability : x) },
      derivative: { x, _ in 1 / (x < smallestProbability ? smallestProbability : x) }),
    .binary(
      "binary_cross_entropy", "-(y log x + (1 - y) log(1 - x)), with 0 log 0 = 0.",
      rules: [
        ["y = 0": "1 / (1 - x)", "y = 1": "-1 / x", "otherwise": "(1 - y) / (1 - x) - y / x"],
        "log(1 - x) - log(x)",
      ],
      convention: "A term whose factor y or 1 - y is 0 is left out of the derivative for x.",
      samples: [[0.5, 1], [0.9, 0], [0.2, 0.3]], kink: { x, _ in x * (1 - x) },
      python: .jax(
        "binary_cross_entropy({x}, {y})",
        defining: """
          @jax.custom_jvp
          def binary_cross_entropy(x, y):
              times = lambda a, b: jnp.where(a == 0, 0.0, a * b)
              return -(times(y, jnp.log(x)) + times(1 - y, jnp.log1p(-x)))


          binary_cross_entropy.defjvps(
              lambda dx, out, x, y: dx * (
                  jnp.where(y == 1, 0.0, (1 - y) / (1 - x)) - jnp.where(y == 0, 0.0, y / x)
              ),
              lambda dy, out, x, y: dy * (jnp.log1p(-x) - jnp.log(x)),
          )
          """, torch: "-(torch.xlogy({y}, {x}) + torch.special.xlog1py(1 - {y}, -{x}))"),
      value: { x, y in -(product(y, log(x)) + product(1 - y, log1p(-x))) },
      first: { x, y, _ in product(1 - y, 1 / (1 - x)) - product(y, 1 / x) },
      second: { x, _, _ in log1p(-x) - log(x) }),
  ]

  /// As in Gugger, "A simple neural net in numpy" (2018).
  private static let smallestProbability = 1e-8

  /// A product that is 0 where its first factor is, whatever the second.
  @inline(__always)
  private static func product(_ x: Double, _ y: Double) -> Double { x == 0 ? 0 : x * y }
}
