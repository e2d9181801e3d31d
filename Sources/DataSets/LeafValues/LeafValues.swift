package import Autograd

/// The values a leaf can begin with, in the spelling of NumPy.
///
/// ```swift
/// let values = LeafValues(limit: 1 << 31)
/// try values.arange(1, 7, 2)                                 // [1, 3, 5]
/// try values.kaiming(Shape([784, 100]), seed: 1)
/// ```
///
/// More than `limit` bytes, eight a number, are refused before memory is taken.
package struct LeafValues: Hashable, Sendable {
  let limit: ByteLimit

  package init(limit: Int) { self.limit = ByteLimit(bytes: limit) }

  package func zeros(_ shape: Shape) throws(DataMistake) -> Tensor { try full(shape, 0) }

  package func ones(_ shape: Shape) throws(DataMistake) -> Tensor { try full(shape, 1) }

  /// The same number everywhere.
  package func full(_ shape: Shape, _ number: Double) throws(DataMistake) -> Tensor {
    try limit.demandRoom(for: shape)
    return Tensor(repeating: number, shape: shape)
  }

  /// The identity matrix with as many rows and columns as `count` says.
  package func eye(_ count: Int) throws(DataMistake) -> Tensor {
    let shape = try limit.shape(of: "eye", [count, count])
    return Tensor(filling: shape) { numbers in
      numbers.initialize(repeating: 0)
      for index in 0..<count { numbers[index * count + index] = 1 }
    }
  }
}
