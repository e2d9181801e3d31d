import CNaiveTape

/// Owns the memory of the C tape that stores its derivatives.
struct DerivativeTape: ~Copyable {
  private(set) var tape: derivative_tape

  init(capacity count: Int) {
    tape = derivative_tape(
      count: 0, capacity: Int32(count),
      first: .allocate(capacity: count), second: .allocate(capacity: count),
      values: .allocate(capacity: count), first_derivatives: .allocate(capacity: count),
      second_derivatives: .allocate(capacity: count), gradients: .allocate(capacity: count + 1))
  }

  deinit {
    tape.first.deallocate()
    tape.second.deallocate()
    tape.values.deallocate()
    tape.first_derivatives.deallocate()
    tape.second_derivatives.deallocate()
    tape.gradients.deallocate()
  }

  /// Records the operations of `list` anew.
  mutating func record(_ list: borrowing NaiveTape, handles: UnsafeMutablePointer<Int32>) {
    withUnsafePointer(to: list.tape) { derivative_record($0, &tape, handles) }
  }

  func backward() { withUnsafePointer(to: tape) { derivative_backward($0) } }
}
