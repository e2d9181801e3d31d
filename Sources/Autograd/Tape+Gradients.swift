extension Tape {
  /// The gradient of every node, in memory that stays from one way back to the next.
  ///
  /// Shifted by one, so that a missing operand, whose index is -1, has a place that nobody reads.
  struct Gradients {
    private var memory: UnsafeMutableBufferPointer<Double> = .init(start: nil, count: 0)
    /// How many nodes have one.
    private(set) var count = 0

    /// Valid from -1 up to `count`.
    ///
    /// - Precondition: `clear` was called.
    var pointer: UnsafeMutablePointer<Double> {
      guard let start = memory.baseAddress else { preconditionFailure("there are no gradients") }
      return start + 1
    }

    /// Sets the gradients of `count` nodes to 0.
    mutating func clear(_ count: Int) {
      if memory.count <= count {
        memory.deallocate()
        memory = .allocate(capacity: count + 1)
      }
      self.count = count
      (pointer - 1).update(repeating: 0, count: count + 1)
    }

    /// There are none any more, and the memory stays.
    mutating func forget() { count = 0 }

    func deallocate() { memory.deallocate() }
  }
}
