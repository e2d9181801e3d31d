/// How many elements a tensor has along each of its axes.
///
/// ```swift
/// Shape([4, 3]).count                          // 12
/// Shape([4, 3]).broadcast(with: Shape([3]))    // (4, 3)
/// Shape([4, 3]).broadcast(with: Shape([4]))    // nil
/// ```
///
/// No axes is a scalar, with one element. Written as the scene language's readers know it from
/// NumPy, but without the comma of a tuple of one: `(4, 3)`, `(3)`, `()`.
public struct Shape: Hashable, Sendable {
  /// The number of elements along each axis, the outermost first; never negative.
  public let extents: [Int]

  /// - Precondition: no extent is negative, and their product is a number of elements (see
  ///   `Shape.init(checking:)` for extents from outside).
  public init(_ extents: [Int]) {
    precondition(extents.allSatisfy { $0 >= 0 }, "an extent is never negative")
    self.extents = extents
  }

  /// The shape of these extents; nil where one is negative or the elements cannot be counted.
  public init?(checking extents: [Int]) {
    var count = 1
    for extent in extents {
      guard extent >= 0 else { return nil }
      // An empty axis does not excuse the others: their product is a stride.
      let (product, overflow) = count.multipliedReportingOverflow(by: max(1, extent))
      guard !overflow else { return nil }
      count = product
    }
    self.extents = extents
  }

  /// The shape of a single number.
  public static let scalar = Shape([])

  /// The number of axes.
  public var rank: Int { extents.count }

  /// The number of elements; 1 for a scalar, 0 where an axis is empty.
  public var count: Int { extents.reduce(1, *) }

  /// How many elements further the next one along each axis is, row major.
  public var strides: [Int] {
    var strides = [Int](repeating: 1, count: rank)
    for axis in stride(from: rank - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * max(1, extents[axis + 1])
    }
    return strides
  }

  /// The axis that a number from -rank up to rank names; nil for any other.
  public func axis(_ number: Int) -> Int? {
    guard number >= -rank, number < rank else { return nil }
    return number < 0 ? number + rank : number
  }

  /// The shape both stretch to under NumPy's broadcasting; nil where an axis fits neither.
  ///
  /// Axes are aligned at the last one, and an axis that is missing or has one element is repeated.
  public func broadcast(with other: Shape) -> Shape? {
    let rank = max(rank, other.rank)
    var extents: [Int] = []
    for axis in 0..<rank {
      let left = extent(axis, ofRank: rank)
      let right = other.extent(axis, ofRank: rank)
      guard left == right || left == 1 || right == 1 else { return nil }
      extents.append(left == 1 ? right : left)
    }
    return Shape(extents)
  }

  /// The place of an element as an index is written: `[1, 0]`; nothing for a scalar.
  public func index(of element: Int) -> String {
    guard rank > 0 else { return "" }
    let places = zip(extents, strides).map { element / $1 % $0 }
    return "[" + places.map(String.init).joined(separator: ", ") + "]"
  }

  /// The extent along an axis when as many axes as `rank` says are aligned at the last one.
  func extent(_ axis: Int, ofRank rank: Int) -> Int {
    let own = axis - (rank - self.rank)
    return own < 0 ? 1 : extents[own]
  }
}

extension Shape: CustomStringConvertible {
  public var description: String {
    "(" + extents.map(String.init).joined(separator: ", ") + ")"
  }
}
