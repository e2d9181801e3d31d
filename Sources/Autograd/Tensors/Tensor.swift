/// Numbers in the order of rows, with a shape.
///
/// ```swift
/// let X = Tensor([1, 2, 3, 4, 5, 6], shape: Shape([2, 3]))
/// X[1, 0]   // 4
/// ```
public struct Tensor: Hashable, Sendable {
  public let shape: Shape
  /// Row major: the last axis is the one along which neighbours lie.
  public private(set) var elements: [Double]

  /// - Precondition: as many elements as the shape has.
  public init(_ elements: [Double], shape: Shape) {
    precondition(elements.count == shape.count, "as many elements as the shape has")
    self.elements = elements
    self.shape = shape
  }

  /// A single number.
  public init(_ number: Double) {
    elements = [number]
    shape = .scalar
  }

  /// The same number everywhere.
  public init(repeating number: Double, shape: Shape) {
    elements = Array(repeating: number, count: shape.count)
    self.shape = shape
  }

  /// The element at a place, one number an axis.
  ///
  /// - Precondition: inside the shape.
  public subscript(_ indices: Int...) -> Double {
    precondition(indices.count == shape.rank, "one number an axis")
    return elements[zip(indices, shape.strides).map { $0 * $1 }.reduce(0, +)]
  }

  /// The same elements in another shape.
  ///
  /// - Precondition: as many elements as the shape has.
  public func reshaped(_ shape: Shape) -> Tensor { Tensor(elements, shape: shape) }
}
