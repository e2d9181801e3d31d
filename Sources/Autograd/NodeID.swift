/// The identity of a node: its index on the tape.
///
/// Indices are topological by construction: every operand of a node has a smaller index.
public struct NodeID: Hashable, Comparable, Sendable {
  /// The index on the tape; below 0 for no node.
  public let rawValue: Int32

  /// The node with that index.
  @inlinable
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The node with that index.
  @inlinable
  public init(_ index: Int) {
    self.rawValue = Int32(truncatingIfNeeded: index)
  }

  /// The index as an array subscript.
  @inlinable
  public var index: Int { Int(rawValue) }

  /// Whether `left` was recorded before `right`.
  @inlinable
  public static func < (left: NodeID, right: NodeID) -> Bool {
    left.rawValue < right.rawValue
  }
}
