extension Tape {
  /// The tape's memory: 33 bytes a node, and 8 more for the gradient once there is one.
  ///
  /// Recording is limited by how many streams of memory it writes to, so what is written and read
  /// together is one word.
  @usableFromInline
  struct Columns {
    @usableFromInline var count = 0
    @usableFromInline var capacity: Int
    @usableFromInline var values: UnsafeMutablePointer<Double>
    // ∂node/∂operand by slot, stored while recording so that the way back neither decides nor
    // computes; 0 for an operand that is missing.
    @usableFromInline var derivatives: UnsafeMutablePointer<SIMD2<Double>>
    @usableFromInline var operands: UnsafeMutablePointer<OperandPair>
    @usableFromInline var codes: UnsafeMutablePointer<UInt8>
    var names: [(node: NodeID, name: String)] = []
    var gradients = Gradients()

    /// - Parameter capacity: at least 1.
    init(capacity: Int) {
      self.capacity = capacity
      values = .allocate(capacity: capacity)
      derivatives = .allocate(capacity: capacity)
      operands = .allocate(capacity: capacity)
      codes = .allocate(capacity: capacity)
    }

    func deallocate() {
      values.deallocate()
      derivatives.deallocate()
      operands.deallocate()
      codes.deallocate()
      gradients.deallocate()
    }
  }

  /// The indices of both operands, `Graph.none` for one that is missing.
  @usableFromInline
  struct OperandPair: BitwiseCopyable {
    @usableFromInline let bits: Int64

    @inlinable
    init(_ first: Int32, _ second: Int32) {
      bits = Int64(second) &<< 32 | Int64(UInt32(bitPattern: first))
    }

    @inline(__always) var first: Int32 { Int32(truncatingIfNeeded: bits) }
    @inline(__always) var second: Int32 { Int32(truncatingIfNeeded: bits &>> 32) }
  }
}

extension Tape.Columns {
  @inlinable
  mutating func append(
    _ code: UInt8, _ value: Double, _ operands: Tape.OperandPair, _ derivatives: SIMD2<Double>
  ) -> Int32 {
    let index = count
    guard index < capacity else { return appendInMoreRoom(code, value, operands, derivatives) }
    values[index] = value
    self.derivatives[index] = derivatives
    self.operands[index] = operands
    codes[index] = code
    count = index &+ 1
    return Int32(truncatingIfNeeded: index)
  }

  @usableFromInline
  mutating func appendLeaf(_ code: UInt8, _ value: Double) -> Int32 {
    append(code, value, Tape.OperandPair(Graph.none, Graph.none), .zero)
  }

  // Apart from `append`, which then calls nothing and keeps everything in registers.
  @usableFromInline @inline(never)
  mutating func appendInMoreRoom(
    _ code: UInt8, _ value: Double, _ operands: Tape.OperandPair, _ derivatives: SIMD2<Double>
  ) -> Int32 {
    grow()
    return append(code, value, operands, derivatives)
  }

  private mutating func grow() {
    let larger = capacity * 2
    Self.move(&values, count, to: larger)
    Self.move(&derivatives, count, to: larger)
    Self.move(&operands, count, to: larger)
    Self.move(&codes, count, to: larger)
    capacity = larger
  }

  private static func move<Element>(
    _ column: inout UnsafeMutablePointer<Element>, _ count: Int, to capacity: Int
  ) {
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    moved.moveInitialize(from: column, count: count)
    column.deallocate()
    column = moved
  }
}
