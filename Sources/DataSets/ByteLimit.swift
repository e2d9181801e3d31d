import Autograd

/// How many bytes values may take, eight a number; asked before they are taken.
struct ByteLimit: Hashable, Sendable {
  let bytes: Int

  /// The shape of the extents that `name` is asked for, where there is room for it.
  func shape(of name: String, _ extents: [Int]) throws(DataMistake) -> Shape {
    if let negative = extents.first(where: { $0 < 0 }) {
      throw DataMistake(.request(.negativeCount(of: name, negative)))
    }
    return try shape(extents)
  }

  /// The shape of these extents, where there is room for it.
  func shape(_ extents: [Int], at place: DataMistake.Place? = nil) throws(DataMistake) -> Shape {
    guard let shape = Shape(checking: extents), hasRoom(for: shape) else {
      throw DataMistake(.request(.tooManyValues(shape: extents, limit: bytes)), at: place)
    }
    return shape
  }

  func demandRoom(for shape: Shape) throws(DataMistake) { _ = try self.shape(shape.extents) }

  private func hasRoom(for shape: Shape) -> Bool {
    shape.count <= bytes / MemoryLayout<Double>.stride
  }
}
