extension Primitive.Row {
  static let reductions: [Self] = [
    .tensor("sum", "The sum of the elements, or of those along an axis.", rules: ["1"], SumRule()),
    .tensor(
      "mean", "The mean of the elements, or of those along an axis.", rules: ["1 / n"], MeanRule()),
    .tensor(
      "max", "The largest of the elements, or of those along an axis.",
      rules: [["x = out": "1 / ties", "x < out": "0"]],
      convention: "The largest elements share the gradient equally.",
      ExtremeRule(isLargest: true)),
    .tensor(
      "min", "The smallest of the elements, or of those along an axis.",
      rules: [["x = out": "1 / ties", "x > out": "0"]],
      convention: "The smallest elements share the gradient equally.",
      ExtremeRule(isLargest: false)),
    .tensor(
      "prod", "The product of the elements, or of those along an axis.", rules: ["out / x"],
      convention: "The derivative is the product of the other elements, also where one is 0.",
      ProductRule()),
    .tensor(
      "logsumexp", "The logarithm of the sum of exp(x), without overflow.",
      rules: ["exp(x - out)"], LogSumExpRule()),
    .tensor(
      "norm", "The root of the sum of squares.", rules: ["x / out"],
      convention: "The derivative at 0 is 0.", NormRule()),
    .tensor(
      "softmax", "exp(x) divided by its sum along an axis, the last one if none is named.",
      rules: ["out * (upstream - sum(upstream * out))"], SoftmaxRule(isLogarithm: false)),
    .tensor(
      "log_softmax", "The logarithm of the softmax, without overflow.",
      rules: ["upstream - exp(out) * sum(upstream)"], SoftmaxRule(isLogarithm: true)),
  ]
}
