/// A tape that is recording: makes leaves, and finds what was recorded before.
///
/// Of use until the closure of `Tape.record` returns.
public struct Recorder {
  @usableFromInline let columns: UnsafeMutablePointer<Tape.Columns>

  /// A leaf that receives a gradient.
  public func input(_ value: Double) -> Value { leaf(Graph.inputCode, value) }
  /// An input that training updates.
  public func parameter(_ value: Double) -> Value { leaf(Graph.parameterCode, value) }
  /// A leaf without a gradient.
  public func constant(_ value: Double) -> Value { leaf(Graph.constantCode, value) }

  /// The value that `node` holds. An array of nodes is a quarter of the size of an array of values.
  ///
  /// - Precondition: `node` was recorded by now.
  @inlinable
  public subscript(node: NodeID) -> Value {
    // A negative index is a large one without its sign.
    precondition(
      UInt(bitPattern: node.index) < UInt(bitPattern: columns.pointee.count),
      "the node is not on the tape")
    return Value(columns: columns, index: node.rawValue)
  }

  private func leaf(_ code: UInt8, _ value: Double) -> Value {
    Value(columns: columns, index: columns.pointee.appendLeaf(code, value))
  }
}
