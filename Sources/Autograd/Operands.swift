/// A node's operands in slot order: none, one or two, without an allocation.
public struct Operands: RandomAccessCollection, Hashable, Sendable {
  let first: Int32
  let second: Int32

  /// The first slot.
  public var startIndex: Int { 0 }
  /// The number of slots.
  public var endIndex: Int { first < 0 ? 0 : second < 0 ? 1 : 2 }

  /// The operand in the slot.
  public subscript(slot: Int) -> NodeID {
    precondition(indices.contains(slot), "no such slot")
    return NodeID(rawValue: slot == 0 ? first : second)
  }
}

extension Operands: ExpressibleByArrayLiteral {
  /// The same as a literal, for comparisons: `graph.operands(of: y) == [x, x]`.
  ///
  /// - Precondition: at most two elements.
  public init(arrayLiteral elements: NodeID...) {
    precondition(elements.count <= 2, "a node has at most two operands")
    first = elements.first?.rawValue ?? Graph.none
    second = elements.count == 2 ? elements[1].rawValue : Graph.none
  }
}
