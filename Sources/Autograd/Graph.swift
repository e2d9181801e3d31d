/// A computation graph, recorded as a tape: nodes in topological order, identified by their index.
///
/// Operands are ordered and may repeat: `x * x` has two edges from `x`, one a slot.
///
/// ```swift
/// var graph = Graph()
/// let x = graph.input(3)
/// let y = graph.apply(.multiply, x, x)
/// let values = graph.forward()                          // [3, 9]
/// let gradients = graph.backward(from: y, values: values)  // [6, 1]
/// ```
///
/// Every pass is a loop over the columns of the tape, so a graph may be as deep as it is long.
public struct Graph: Sendable {
  // The columns of the tape. A leaf's code is one of the three above the table of primitives.
  var codes: [UInt8] = []
  var first: [Int32] = []
  var second: [Int32] = []
  /// A leaf's value; 0 at computed nodes.
  var leafValues: [Double] = []
  /// Shapes, and where elements lie; nil where all nodes are numbers.
  var tensors: TensorColumns?

  static let inputCode: UInt8 = 255
  static let parameterCode: UInt8 = 254
  static let constantCode: UInt8 = 253
  static let none: Int32 = -1

  public init() {}

  /// The number of nodes.
  public var count: Int { codes.count }

  /// Every node, in tape order.
  public var nodes: some RandomAccessCollection<NodeID> { (0..<count).lazy.map { NodeID($0) } }

  /// Makes room for `count` nodes, so that recording them does not move the tape.
  public mutating func reserveCapacity(_ count: Int) {
    codes.reserveCapacity(count)
    first.reserveCapacity(count)
    second.reserveCapacity(count)
    leafValues.reserveCapacity(count)
  }

  /// Appends a leaf that can be edited and receives a gradient.
  public mutating func input(_ value: Double) -> NodeID { append(Self.inputCode, value: value) }

  /// Appends an input that training updates.
  public mutating func parameter(_ value: Double) -> NodeID {
    append(Self.parameterCode, value: value)
  }

  /// Appends a leaf without a gradient.
  public mutating func constant(_ value: Double) -> NodeID {
    append(Self.constantCode, value: value)
  }

  /// Appends `primitive` applied to operands that are on the tape already.
  ///
  /// - Precondition: as many operands as the primitive's arity, each of this graph.
  public mutating func apply(_ primitive: Primitive, _ x: NodeID, _ y: NodeID? = nil) -> NodeID {
    let second = y?.rawValue ?? Self.none
    precondition(
      (primitive.arity == 1) == (y == nil), "\(primitive.name) has \(primitive.arity) operands")
    precondition(
      x.rawValue >= 0 && x.index < count && second >= Self.none && Int(second) < count,
      "an operand is recorded before the node that uses it")
    return append(primitive.id, x.rawValue, second)
  }

  mutating func append(
    _ code: UInt8, _ x: Int32 = Self.none, _ y: Int32 = Self.none, value: Double = 0
  ) -> NodeID {
    if tensors != nil { appendNumber(code, x, y) }
    return appendColumns(code, x, y, value: value)
  }

  /// The four columns every tape has.
  mutating func appendColumns(
    _ code: UInt8, _ x: Int32 = Self.none, _ y: Int32 = Self.none, value: Double = 0
  ) -> NodeID {
    codes.append(code)
    first.append(x)
    second.append(y)
    leafValues.append(value)
    return NodeID(codes.count - 1)
  }

  // Apart from `append`, which stays as small as it is for graphs of numbers.
  @inline(never)
  private mutating func appendNumber(_ code: UInt8, _ x: Int32, _ y: Int32) {
    precondition(
      (x < 0 || tensors?.shapes[Int(x)] == .scalar)
        && (y < 0 || tensors?.shapes[Int(y)] == .scalar),
      "tensors are applied with `apply(_:_:_:attribute:)`, which can throw")
    tensors?.append(shape: .scalar, isConstant: code == Self.constantCode)
  }
}
