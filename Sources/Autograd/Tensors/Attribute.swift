/// What a primitive on tensors is told beside its operands: an axis, a shape, places.
///
/// Not an operand, because there is no derivative with respect to it.
public enum Attribute: Hashable, Sendable {
  /// Nothing.
  case none
  /// The axis a reduction or a join goes along, from the end where negative; nil for all elements.
  case axis(Int?)
  /// The extents of `reshape`; one of them may be -1, which stands for what is left over.
  case extents([Int])
  /// What an index takes along each axis, the first ones first; the axes that are not named whole.
  case places([Place])
  /// How many classes `one_hot` tells apart.
  case count(Int)

  /// What an index takes along one axis. Negative numbers count from the end.
  public enum Place: Hashable, Sendable {
    /// One place: the axis goes.
    case at(Int)
    /// Those from `start` up to `end`, as many as there are; nil where the axis begins or ends.
    case range(start: Int?, end: Int?)
  }
}
