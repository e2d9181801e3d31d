/// What a node on the tape does: a leaf holds a value, a primitive computes one.
public enum Operation: Hashable, Sendable {
  /// A leaf that can be edited and receives a gradient.
  case input
  /// An input that training updates.
  case parameter
  /// A leaf without a gradient.
  case constant
  /// A row of the table of primitives, applied to the node's operands.
  case primitive(Primitive)

  /// Whether it holds a value instead of computing one.
  public var isLeaf: Bool {
    if case .primitive = self { return false }
    return true
  }

  /// The name the scene language and the machine-readable output use.
  public var name: String {
    switch self {
    case .input: "input"
    case .parameter: "parameter"
    case .constant: "constant"
    case .primitive(let primitive): primitive.name
    }
  }
}
