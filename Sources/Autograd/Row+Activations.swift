#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Primitive.Row {
  static let activations: [Self] = [
    .unary(
      "relu", "x where it is positive, else 0.",
      rule: ["x > 0": "1", "x = 0": "0", "x < 0": "0"], convention: "The derivative at 0 is 0.",
      samples: [0.5, -3], kink: { x, _ in x },
      python: .jax("jax.nn.relu({x})", torch: "torch.relu({x})"),
      value: { x in x <= 0 ? 0 : x }, derivative: { x, _ in x > 0 ? 1 : 0 }),
    .binary(
      "leaky_relu", "x where it is positive, else x times the slope y.", defaults: [0.01],
      rules: [
        ["x > 0": "1", "x = 0": "y", "x < 0": "y"], ["x > 0": "0", "x = 0": "0", "x < 0": "x"],
      ],
      convention: "The derivative at 0 is the slope.",
      samples: [[0.5, 0.01], [-3, 0.01], [-0.2, 0.3]], kink: { x, _ in x },
      // The libraries' own have no derivative for the slope. The inner choice keeps an infinite x
      // from the branch that is not taken, whose gradient would be 0 times infinity.
      python: .jax(
        "jnp.where({x} > 0, {x}, {y} * jnp.where({x} > 0, 0.0, {x}))",
        torch: "torch.where({x} > 0, {x}, {y} * torch.where({x} > 0, 0.0, {x}))"),
      value: { x, y in x > 0 ? x : x * y },
      first: { x, y, _ in x > 0 ? 1 : y },
      second: { x, _, _ in x > 0 ? 0 : x }),
    .unary(
      "elu", "x where it is positive, else exp(x) - 1.",
      rule: ["x > 0": "1", "x <= 0": "exp(x)"], samples: [0.5, -3],
      python: .jax("jax.nn.elu({x})", torch: "torch.nn.functional.elu({x})"),
      value: { x in x > 0 ? x : expm1(x) }, derivative: { x, _ in x > 0 ? 1 : exp(x) }),
    .unary(
      "gelu", "x times the normal distribution's probability of a value below x.",
      rule: "0.5 * (1 + erf(x / sqrt(2))) + x * exp(-x^2 / 2) / sqrt(2 * pi)",
      samples: [0.5, -2, 0],
      python: .jax(
        "jax.nn.gelu({x}, approximate=False)", torch: "torch.nn.functional.gelu({x})"),
      // The complement keeps the small probabilities far to the left, where 1 + erf cancels.
      value: { x in
        let twice = erfc(-x * 0.5.squareRoot())
        return twice == 0 ? 0 : 0.5 * x * twice
      },
      derivative: { x, _ in
        0.5 * erfc(-x * 0.5.squareRoot()) + x * exp(-(x * x) / 2) / (2 * Double.pi).squareRoot()
      }),
    .unary(
      "sigmoid", "The logistic function, between 0 and 1.", printed: "σ",
      rule: "out * (1 - out)", samples: [0.5, -3, 0],
      python: .jax("jax.nn.sigmoid({x})", torch: "torch.sigmoid({x})"),
      value: { x in sigmoid(x) }, derivative: { _, out in out * (1 - out) }),
    .unary(
      "softplus", "log(1 + exp(x)), a smooth relu.", rule: "sigmoid(x)", samples: [0.5, -3, 0],
      // PyTorch's would be x itself from 20 on; here from where the exponential overflows.
      python: .jax(
        "jax.nn.softplus({x})", torch: "torch.nn.functional.softplus({x}, threshold=700)"),
      value: { x in (x <= 0 ? 0 : x) + log1p(exp(-x.magnitude)) },
      derivative: { x, _ in sigmoid(x) }),
  ]

  /// Never takes the exponential of a positive number, which overflows at 710.
  @inline(__always)
  private static func sigmoid(_ x: Double) -> Double {
    guard x < 0 else { return 1 / (1 + exp(-x)) }
    let small = exp(x)
    return small / (1 + small)
  }
}
