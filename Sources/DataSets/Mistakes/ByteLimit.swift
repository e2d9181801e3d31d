import Autograd

/// How many bytes values may take, eight a number; asked before they are taken.
struct ByteLimit: Hashable, Sendable {
  let bytes: Int

  /// The shape of the extents that `name` is asked for, where there is room for it.
  func shape(of name: String, _ extents: [Int]) throws(DataMistake) -> Shape {
    if let negative = extents.first(where: { $0 < 0 }) {
      throw DataMistake(.negativeCount(of: name, negative))
    }
    guard let shape = Shape(checking: extents) else {
      throw DataMistake(.tooManyValues(shape: extents, limit: bytes))
    }
    try demandRoom(for: shape)
    return shape
  }

  func demandRoom(for shape: Shape) throws(DataMistake) {
    guard shape.count <= bytes / MemoryLayout<Double>.stride else {
      throw DataMistake(.tooManyValues(shape: shape.extents, limit: bytes))
    }
  }
}
