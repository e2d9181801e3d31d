extension Primitive.Row {
  static let reductions: [Self] = [
    .tensor(
      "sum", "The sum of the elements, or of those along an axis.", rules: ["1"],
      python: .jax("jnp.sum({x}{axis})", torch: "torch.sum({x}{dim})"),
      SumRule()),
    .tensor(
      "mean", "The mean of the elements, or of those along an axis.", rules: ["1 / n"],
      python: .jax("jnp.mean({x}{axis})", torch: "torch.mean({x}{dim})"),
      MeanRule()),
    .tensor(
      "max", "The largest of the elements, or of those along an axis.",
      rules: [["x = out": "1 / ties", "x < out": "0"]],
      convention: "The largest elements share the gradient equally.",
      python: .jax("jnp.max({x}{axis})", torch: "torch.amax({x}, dim={dims})"),
      ExtremeRule(isLargest: true)),
    .tensor(
      "min", "The smallest of the elements, or of those along an axis.",
      rules: [["x = out": "1 / ties", "x > out": "0"]],
      convention: "The smallest elements share the gradient equally.",
      python: .jax("jnp.min({x}{axis})", torch: "torch.amin({x}, dim={dims})"),
      ExtremeRule(isLargest: false)),
    .tensor(
      "prod", "The product of the elements, or of those along an axis.", rules: ["out / x"],
      convention: "The derivative is the product of the other elements, also where one is 0.",
      python: .jax("jnp.prod({x}{axis})", torch: "torch.prod({x}{dim})"),
      ProductRule()),
    .tensor(
      "logsumexp", "The logarithm of the sum of exp(x), without overflow.",
      rules: ["exp(x - out)"],
      python: .jax("jax.nn.logsumexp({x}{axis})", torch: "torch.logsumexp({x}, dim={dims})"),
      LogSumExpRule()),
    .tensor(
      "norm", "The root of the sum of squares.", rules: ["x / out"],
      convention: "The derivative at 0 is 0.",
      python: .jax(
        "norm({x}{axis})",
        defining: """
          def norm(x, axis=None):
              # JAX has nan for the derivative at 0.
              squares = jnp.sum(x * x, axis=axis)
              return jnp.where(squares == 0, 0.0, jnp.sqrt(jnp.where(squares == 0, 1.0, squares)))
          """, torch: "torch.linalg.vector_norm({x}{dim})"),
      NormRule()),
    .tensor(
      "softmax", "exp(x) divided by its sum along an axis, the last one if none is named.",
      rules: ["out * (upstream - sum(upstream * out))"],
      python: .jax("jax.nn.softmax({x}{axis})", torch: "torch.softmax({x}{dim})"),
      SoftmaxRule(isLogarithm: false)),
    .tensor(
      "log_softmax", "The logarithm of the softmax, without overflow.",
      rules: ["upstream - exp(out) * sum(upstream)"],
      python: .jax("jax.nn.log_softmax({x}{axis})", torch: "torch.log_softmax({x}{dim})"),
      SoftmaxRule(isLogarithm: true)),
  ]
}
