/// What a tape keeps beside its columns where not all nodes are numbers.
///
/// A graph of numbers has none of it: there a node's index is the place of its value.
struct TensorColumns: Sendable {
  /// Where each node's elements begin among the values; the complement of an index into `held` for
  /// a tensor leaf.
  var starts: [Int] = []
  /// Where each node's elements begin among the gradients; -1 for a constant.
  var gradientStarts: [Int] = []
  var shapes: [Shape] = []
  /// How each node's primitive is applied: an index into `applications`; -1 for a leaf, and for an
  /// element-wise primitive on numbers.
  var applicationIndices: [Int32] = []
  var applications: [Application] = []
  /// The elements of the leaves that are tensors, which no pass copies.
  var held: [[Double]] = []
  /// How many elements there are among the values, and among the gradients.
  var valueCount = 0
  var gradientCount = 0

  /// The columns of a tape of numbers, to which a tensor is about to be added.
  init(codes: [UInt8]) {
    for code in codes { append(shape: .scalar, isConstant: code == Graph.constantCode) }
  }

  /// Adds a node whose elements are computed, or one number.
  mutating func append(shape: Shape, isConstant: Bool, application: Application? = nil) {
    starts.append(valueCount)
    valueCount += shape.count
    finish(shape, isConstant, application)
  }

  /// Adds a leaf that holds a tensor.
  mutating func append(held tensor: Tensor, isConstant: Bool) {
    starts.append(~held.count)
    held.append(tensor.elements)
    finish(tensor.shape, isConstant, nil)
  }

  private mutating func finish(_ shape: Shape, _ isConstant: Bool, _ application: Application?) {
    gradientStarts.append(isConstant ? -1 : gradientCount)
    if !isConstant { gradientCount += shape.count }
    shapes.append(shape)
    applicationIndices.append(
      application == nil ? -1 : Int32(truncatingIfNeeded: applications.count))
    if let application { applications.append(application) }
  }

  func application(of node: Int) -> Application? {
    let index = applicationIndices[node]
    return index < 0 ? nil : applications[Int(index)]
  }
}
