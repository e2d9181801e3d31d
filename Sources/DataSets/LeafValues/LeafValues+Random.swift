package import Autograd

/// Random values, from the stream of their seed (see `RandomStream`), element i from its element i.
extension LeafValues {
  /// Normal numbers with mean 0 and variance 1.
  package func randn(_ shape: Shape, seed: Int) throws(DataMistake) -> Tensor {
    try normal(shape, deviation: 1, seed: seed)
  }

  /// Numbers from `low` up to `high`, all equally likely.
  package func uniform(
    _ shape: Shape, seed: Int, low: Double = -1, high: Double = 1
  ) throws(DataMistake) -> Tensor {
    try limit.demandRoom(for: shape)
    return Tensor(filling: shape) { numbers in
      RandomStream(seed: seed).fillUniform(numbers, low: low, high: high)
    }
  }

  /// Normal numbers times `√(2 / inputs)`, which keep their size through layers with `relu`: He,
  /// Zhang, Ren and Sun, "Delving Deep into Rectifiers" (2015).
  ///
  /// For `x @ W`: a matrix has a row for every input and a column for every output, a vector has
  /// inputs only, and axes in front of the last two are matrices side by side.
  package func kaiming(_ shape: Shape, seed: Int) throws(DataMistake) -> Tensor {
    try normal(shape, deviation: (2 / Double(shape.inputs)).squareRoot(), seed: seed)
  }

  /// Normal numbers times `√(2 / (inputs + outputs))`, which keep the size of values and gradients
  /// alike through linear layers: the normal form of Glorot and Bengio, "Understanding the
  /// Difficulty of Training Deep Feedforward Neural Networks" (2010).
  ///
  /// Inputs and outputs are those of `kaiming`.
  package func xavier(_ shape: Shape, seed: Int) throws(DataMistake) -> Tensor {
    let ends = Double(shape.inputs) + Double(shape.outputs)
    return try normal(shape, deviation: (2 / ends).squareRoot(), seed: seed)
  }

  private func normal(
    _ shape: Shape, deviation: Double, seed: Int
  ) throws(DataMistake) -> Tensor {
    try limit.demandRoom(for: shape)
    return Tensor(filling: shape) { numbers in
      RandomStream(seed: seed).fillNormal(numbers, deviation: deviation)
    }
  }
}

extension Shape {
  /// How many numbers a column of a weight is multiplied with; 1 for a scalar.
  fileprivate var inputs: Int { rank < 2 ? extents.first ?? 1 : extents[rank - 2] }

  /// How many numbers a row of a weight makes; 1 for a vector and a scalar.
  fileprivate var outputs: Int { rank < 2 ? 1 : extents[rank - 1] }
}
