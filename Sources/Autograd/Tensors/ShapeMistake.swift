/// Why a primitive cannot be applied to operands of these shapes.
public enum ShapeMistake: Error, Hashable, Sendable {
  /// Along some axis both have more than one element, and not equally many.
  case noBroadcast(Shape, Shape)
  /// A matrix product whose inner extents differ.
  case inner(Shape, Shape)
  /// A matrix product with a number.
  case productOfScalar(Shape, Shape)
  /// An axis that the shape has not.
  case axis(Int, Shape)
  /// Another number of elements than the extents multiply to.
  case reshape(Shape, [Int])
  /// An axis to be left out that has more than one element.
  case squeeze(Int, Shape)
  /// A place beyond the end of an axis.
  case index(Int, axis: Int, Shape)
  /// More indices than axes.
  case indices(Int, Shape)
  /// A largest or smallest element of none.
  case empty(Shape)
  /// Tensors that agree on more than the axis along which they are joined.
  case join(Shape, Shape, axis: Int)
  /// More axes than any primitive goes through.
  case rank(Int)
  /// Too many elements to be counted.
  case uncountable
}

extension Shape {
  /// How many axes a tensor can have: as many as in NumPy before release 2.
  public static let maximumRank = 32
}
