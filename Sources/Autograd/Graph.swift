/// A computation graph, recorded as a tape: nodes in topological order, identified by their index.
///
/// Operands are ordered and may repeat: `x * x` has two edges from `x`, one a slot.
public struct Graph: Sendable {
  // The columns of the tape. A leaf's code is one of the three above the table of primitives.
  var codes: [UInt8] = []
  var first: [Int32] = []
  var second: [Int32] = []
  /// A leaf's value; 0 at computed nodes.
  var leafValues: [Double] = []

  static let inputCode: UInt8 = 255
  static let parameterCode: UInt8 = 254
  static let constantCode: UInt8 = 253
  static let none: Int32 = -1

  public init() {}

  /// The number of nodes.
  public var count: Int { codes.count }
  public var nodes: some RandomAccessCollection<NodeID> { (0..<count).lazy.map { NodeID($0) } }

  public mutating func input(_ value: Double) -> NodeID { leaf(Self.inputCode, value) }
  public mutating func parameter(_ value: Double) -> NodeID { leaf(Self.parameterCode, value) }
  public mutating func constant(_ value: Double) -> NodeID { leaf(Self.constantCode, value) }

  /// Appends `primitive` applied to operands that are on the tape already.
  public mutating func apply(_ primitive: Primitive, _ x: NodeID, _ y: NodeID? = nil) -> NodeID {
    codes.append(primitive.id)
    first.append(x.rawValue)
    second.append(y?.rawValue ?? Self.none)
    leafValues.append(0)
    return NodeID(count - 1)
  }

  private mutating func leaf(_ code: UInt8, _ value: Double) -> NodeID {
    codes.append(code)
    first.append(Self.none)
    second.append(Self.none)
    leafValues.append(value)
    return NodeID(count - 1)
  }

  public func operation(of node: NodeID) -> Operation {
    switch codes[node.index] {
    case Self.inputCode: .input
    case Self.parameterCode: .parameter
    case Self.constantCode: .constant
    case let code: .primitive(Primitive.all[Int(code)])
    }
  }

  /// The operands in slot order, repeated where one node fills two slots.
  public func operands(of node: NodeID) -> [NodeID] {
    [first[node.index], second[node.index]].filter { $0 >= 0 }.map { NodeID(rawValue: $0) }
  }

  /// The value a leaf holds; nil for a computed node.
  public func leafValue(of node: NodeID) -> Double? {
    operation(of: node).isLeaf ? leafValues[node.index] : nil
  }
}
