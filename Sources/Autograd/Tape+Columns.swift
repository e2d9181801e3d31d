extension Tape {
  /// The tape's memory: 33 bytes a node, and 8 more for the gradient once there is one.
  @usableFromInline
  struct Columns {
    @usableFromInline var count = 0
    @usableFromInline var capacity: Int
    @usableFromInline var codes: UnsafeMutablePointer<UInt8>
    @usableFromInline var first: UnsafeMutablePointer<Int32>
    @usableFromInline var second: UnsafeMutablePointer<Int32>
    @usableFromInline var values: UnsafeMutablePointer<Double>
    // ∂node/∂operand, stored while recording so that the way back neither decides nor computes.
    @usableFromInline var firstDerivatives: UnsafeMutablePointer<Double>
    @usableFromInline var secondDerivatives: UnsafeMutablePointer<Double>
    var names: [(node: NodeID, name: String)] = []
    var gradients: [Double] = []

    init(capacity: Int) {
      self.capacity = capacity
      codes = .allocate(capacity: capacity)
      first = .allocate(capacity: capacity)
      second = .allocate(capacity: capacity)
      values = .allocate(capacity: capacity)
      firstDerivatives = .allocate(capacity: capacity)
      secondDerivatives = .allocate(capacity: capacity)
    }

    func deallocate() {
      codes.deallocate()
      first.deallocate()
      second.deallocate()
      values.deallocate()
      firstDerivatives.deallocate()
      secondDerivatives.deallocate()
    }
  }
}

extension Tape.Columns {
  @inlinable
  mutating func append(
    _ code: UInt8, _ x: Int32, _ y: Int32, _ value: Double, _ dx: Double, _ dy: Double
  ) -> Int32 {
    let index = count
    if index == capacity { grow() }
    codes[index] = code
    first[index] = x
    second[index] = y
    values[index] = value
    firstDerivatives[index] = dx
    secondDerivatives[index] = dy
    count = index &+ 1
    return Int32(truncatingIfNeeded: index)
  }

  mutating func appendLeaf(_ code: UInt8, _ value: Double) -> Int32 {
    append(code, Graph.none, Graph.none, value, 0, 0)
  }

  @usableFromInline
  mutating func grow() {
    let larger = capacity * 2
    Self.move(&codes, count, to: larger)
    Self.move(&first, count, to: larger)
    Self.move(&second, count, to: larger)
    Self.move(&values, count, to: larger)
    Self.move(&firstDerivatives, count, to: larger)
    Self.move(&secondDerivatives, count, to: larger)
    capacity = larger
  }

  private static func move<Element: BitwiseCopyable>(
    _ column: inout UnsafeMutablePointer<Element>, _ count: Int, to capacity: Int
  ) {
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    moved.moveInitialize(from: column, count: count)
    column.deallocate()
    column = moved
  }
}
