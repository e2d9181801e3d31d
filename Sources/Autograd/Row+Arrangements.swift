extension Primitive.Row {
  static let arrangements: [Self] = [
    .tensor("transpose", "The axes in reverse order.", rules: ["upstream.T"], TransposeRule()),
    .tensor(
      "reshape", "The same elements in another shape.", rules: ["reshape(upstream)"],
      ReshapeRule()),
    .tensor(
      "squeeze", "Without the axes of one element.", rules: ["reshape(upstream)"], SqueezeRule()),
    .tensor(
      "index", "Some of the elements.", rules: ["upstream at its places, 0 elsewhere"],
      IndexRule()),
    .tensor(
      "concat", "One tensor behind another along an axis.", arity: 2,
      rules: ["the first part of upstream", "the last part of upstream"], ConcatRule()),
    .tensor(
      "one_hot", "A row for each label, with 1 in its column and 0 elsewhere.", rules: ["0"],
      convention: "A step function: its derivative is 0.", OneHotRule()),
  ]
}
