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
  package let limit: Int

  package init(limit: Int) { self.limit = limit }

  package func zeros(_ shape: Shape) throws(DataMistake) -> Tensor { try full(shape, 0) }

  package func ones(_ shape: Shape) throws(DataMistake) -> Tensor { try full(shape, 1) }

  /// The same number everywhere.
  package func full(_ shape: Shape, _ number: Double) throws(DataMistake) -> Tensor {
    try demandRoom(for: shape)
    return Tensor(repeating: number, shape: shape)
  }

  /// The identity matrix with as many rows and columns as `count` says.
  package func eye(_ count: Int) throws(DataMistake) -> Tensor {
    let shape = try self.shape(of: "eye", [count, count])
    return Tensor(filling: shape) { numbers in
      numbers.initialize(repeating: 0)
      for index in 0..<count { numbers[index * count + index] = 1 }
    }
  }
}

extension LeafValues {
  /// The shape of the extents asked for, where there is room for it.
  func shape(of name: String, _ extents: [Int]) throws(DataMistake) -> Shape {
    if let negative = extents.first(where: { $0 < 0 }) {
      throw DataMistake(.negativeCount(of: name, negative))
    }
    guard let shape = Shape(checking: extents) else {
      throw DataMistake(.tooManyValues(shape: extents, limit: limit))
    }
    try demandRoom(for: shape)
    return shape
  }

  func demandRoom(for shape: Shape) throws(DataMistake) {
    guard shape.count <= limit / MemoryLayout<Double>.stride else {
      throw DataMistake(.tooManyValues(shape: shape.extents, limit: limit))
    }
  }
}

extension Tensor {
  /// A tensor whose elements are written once, where they stay.
  ///
  /// - Precondition: `fill` writes every element.
  init(filling shape: Shape, _ fill: (UnsafeMutableBufferPointer<Double>) -> Void) {
    let count = shape.count
    let elements = [Double](unsafeUninitializedCapacity: count) { room, filled in
      fill(UnsafeMutableBufferPointer(rebasing: room[..<count]))
      filled = count
    }
    self.init(elements, shape: shape)
  }
}
