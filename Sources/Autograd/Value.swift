/// A number on a tape that is recording: arithmetic with it appends nodes.
///
/// Of use until the closure of `Tape.record` returns. Values that meet in an operator or a function
/// have to be of the same tape, which is checked where assertions are.
public struct Value {
  @usableFromInline let columns: UnsafeMutablePointer<Tape.Columns>
  @usableFromInline let index: Int32

  @inlinable
  init(columns: UnsafeMutablePointer<Tape.Columns>, index: Int32) {
    self.columns = columns
    self.index = index
  }

  /// The node that holds it; still of use when the recording is over.
  @inlinable
  public var node: NodeID { NodeID(rawValue: index) }

  /// The number itself.
  @inlinable
  public var number: Double { columns.pointee.values[Int(index)] }

  /// The number of another value of the same tape, without asking that value for its tape.
  @inlinable
  func number(of other: Value) -> Double { columns.pointee.values[Int(index(of: other))] }

  /// Where another value of the same tape stands.
  @inlinable
  func index(of other: Value) -> Int32 {
    assert(columns == other.columns, "the values are of two tapes")
    return other.index
  }

  /// The same value, with a name kept beside the tape.
  @discardableResult
  public func named(_ name: String) -> Value {
    columns.pointee.names.append((node, name))
    return self
  }

  /// The value of `primitive` at this value, and at `second` where it takes two operands: the
  /// spelling for any row of the table.
  ///
  /// ```swift
  /// x.applying(softplus)            // let softplus = Primitive.named("softplus")
  /// x.applying(leakyRelu, with: 0.2)
  /// ```
  ///
  /// - Precondition: as many operands as the primitive's arity.
  public func applying(_ primitive: Primitive, with second: Value? = nil) -> Value {
    let second = second.map(index(of:)) ?? Graph.none
    precondition(
      (primitive.arity == 1) == (second < 0),
      "\(primitive.name) has \(primitive.arity) operands")
    return appending(primitive, second)
  }

  /// The same for a primitive whose arity is known to fit.
  @inline(__always)
  func appending(_ primitive: Primitive, _ second: Int32 = Graph.none) -> Value {
    let y = second < 0 ? 0 : columns.pointee.values[Int(second)]
    let line = Primitive.rows[Int(primitive.id)].linearization(number, y)
    return append(primitive.id, second, line.out, line.first, line.second)
  }

  @inlinable
  func append(
    _ code: UInt8, _ second: Int32, _ value: Double, _ dx: Double, _ dy: Double
  ) -> Value {
    Value(
      columns: columns,
      index: columns.pointee.append(
        code, value, Tape.OperandPair(index, second), SIMD2(dx, dy)))
  }

  /// A constant on the same tape.
  func constant(_ value: Double) -> Value {
    Value(columns: columns, index: columns.pointee.appendLeaf(Graph.constantCode, value))
  }
}
