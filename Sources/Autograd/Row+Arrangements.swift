extension Primitive.Row {
  static let arrangements: [Self] = [
    .tensor(
      "transpose", "The axes in reverse order.", rules: ["upstream.T"],
      python: .jax("{x}.T", torch: "{x}.permute(*reversed(range({x}.dim())))"),
      TransposeRule()),
    .tensor(
      "reshape", "The same elements in another shape.", rules: ["reshape(upstream)"],
      python: .jax("jnp.reshape({x}, {extents})", torch: "torch.reshape({x}, {extents})"),
      ReshapeRule()),
    .tensor(
      "squeeze", "Without the axes of one element.", rules: ["reshape(upstream)"],
      python: .jax("jnp.squeeze({x}{axis})", torch: "torch.squeeze({x}{dim})"),
      SqueezeRule()),
    .tensor(
      "index", "Some of the elements.", rules: ["upstream at its places, 0 elsewhere"],
      python: .both("{x}[{places}]"),
      IndexRule()),
    .tensor(
      "concat", "One tensor behind another along an axis.", arity: 2,
      rules: ["the first part of upstream", "the last part of upstream"],
      python: .jax(
        "jnp.concatenate([{x}, {y}]{axis})", torch: "torch.cat([{x}, {y}]{dim})"),
      ConcatRule()),
    .tensor(
      "one_hot", "A row for each label, with 1 in its column and 0 elsewhere.", rules: ["0"],
      convention: "A step function: its derivative is 0.",
      python: .jax(
        "({x}[..., None] == jnp.arange({count})).astype(float)",
        torch: "({x}[..., None] == torch.arange({count})).to(torch.float64)"),
      OneHotRule()),
  ]
}
