extension Tape {
  /// The tape's memory: 33 bytes a node, and 8 more for the gradient once there is one.
  @usableFromInline
  struct Columns {
    @usableFromInline var count = 0
    @usableFromInline var capacity: Int
    // What is read again soon is kept apart, so that much of it fits a cache.
    @usableFromInline var values: UnsafeMutablePointer<Double>
    @usableFromInline var entries: UnsafeMutablePointer<Entry>
    @usableFromInline var codes: UnsafeMutablePointer<UInt8>
    var names: [(node: NodeID, name: String)] = []
    var gradients: [Double] = []

    init(capacity: Int) {
      self.capacity = capacity
      values = .allocate(capacity: capacity)
      entries = .allocate(capacity: capacity)
      codes = .allocate(capacity: capacity)
    }

    func deallocate() {
      values.deallocate()
      entries.deallocate()
      codes.deallocate()
    }
  }

  /// What is written down together and read together on the way back: one stream of memory.
  @usableFromInline
  struct Entry: BitwiseCopyable {
    // ∂node/∂operand, stored while recording so that the way back neither decides nor computes.
    @usableFromInline var firstDerivative: Double
    @usableFromInline var secondDerivative: Double
    @usableFromInline var first: Int32
    @usableFromInline var second: Int32

    @inlinable
    init(_ first: Int32, _ second: Int32, firstDerivative: Double, secondDerivative: Double) {
      self.firstDerivative = firstDerivative
      self.secondDerivative = secondDerivative
      self.first = first
      self.second = second
    }
  }
}

extension Tape.Columns {
  @inlinable
  mutating func append(_ code: UInt8, _ value: Double, _ entry: Tape.Entry) -> Int32 {
    let index = count
    if index == capacity { grow() }
    values[index] = value
    entries[index] = entry
    codes[index] = code
    count = index &+ 1
    return Int32(truncatingIfNeeded: index)
  }

  @usableFromInline
  mutating func appendLeaf(_ code: UInt8, _ value: Double) -> Int32 {
    append(
      code, value, Tape.Entry(Graph.none, Graph.none, firstDerivative: 0, secondDerivative: 0))
  }

  @usableFromInline
  mutating func grow() {
    let larger = capacity * 2
    Self.move(&values, count, to: larger)
    Self.move(&entries, count, to: larger)
    Self.move(&codes, count, to: larger)
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
