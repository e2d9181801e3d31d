#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Primitive.Row {
  static let elementary: [Self] = [
    .unary(
      "exp", "e to the power of x.", rule: "out", samples: [0.5, -2, 3],
      value: { x in exp(x) }, derivative: { _, out in out }),
    .unary(
      "log", "The natural logarithm.", rule: "1 / x", samples: [0.5, 2, 30], kink: { x, _ in x },
      value: { x in log(x) }, derivative: { x, _ in 1 / x }),
    .unary(
      "sqrt", "The square root.", printed: "√", rule: "0.5 / out",
      convention: "The derivative at 0 is infinite.", samples: [0.25, 2, 30], kink: { x, _ in x },
      value: { x in x.squareRoot() }, derivative: { _, out in 0.5 / out }),
    .unary(
      "square", "x times x.", rule: "2 * x", samples: [0.5, -3, 0],
      value: { x in x * x }, derivative: { x, _ in 2 * x }),
    .unary(
      "reciprocal", "1 divided by x.", rule: "-out^2", samples: [0.5, -3], kink: { x, _ in x },
      value: { x in 1 / x }, derivative: { _, out in -(out * out) }),
    .unary(
      "abs", "The distance from 0.", rule: ["x > 0": "1", "x = 0": "0", "x < 0": "-1"],
      convention: "The derivative at 0 is 0.", samples: [0.5, -3], kink: { x, _ in x },
      // The derivative of JAX's own is 1 at 0.
      python: .jax("{x} * jnp.sign({x})", torch: "torch.abs({x})"),
      value: { x in x.magnitude }, derivative: { x, _ in x > 0 ? 1 : x == 0 ? 0 : -1 }),
    .unary(
      "erf", "The error function, between -1 and 1.", rule: "2 / sqrt(pi) * exp(-x^2)",
      samples: [0.5, -1.5, 0],
      python: .jax("jax.scipy.special.erf({x})", torch: "torch.erf({x})"),
      value: { x in erf(x) },
      derivative: { x, _ in 2 / Double.pi.squareRoot() * exp(-(x * x)) }),
  ]
}
