import CNaiveTape

/// Owns the memory of the C loop's tape.
struct NaiveTape: ~Copyable {
  private(set) var tape: naive_tape

  init(_ workload: Workload) {
    let count = workload.count
    tape = naive_tape(
      count: Int32(count), primitives: .allocate(capacity: count),
      first: .allocate(capacity: count), second: .allocate(capacity: count),
      values: .allocate(capacity: count), gradients: .allocate(capacity: count))
    for index in 0..<count {
      tape.primitives[index] = UInt8(Self.primitive(workload.operations[index]).rawValue)
      tape.first[index] = workload.first[index]
      tape.second[index] = workload.second[index]
      tape.values[index] = workload.values[index]
      tape.gradients[index] = 0
    }
  }

  deinit {
    tape.primitives.deallocate()
    tape.first.deallocate()
    tape.second.deallocate()
    tape.values.deallocate()
    tape.gradients.deallocate()
  }

  /// Records the operations of `list` anew.
  mutating func record(_ list: borrowing NaiveTape, handles: UnsafeMutablePointer<Int32>) {
    withUnsafePointer(to: list.tape) { naive_record($0, &tape, handles) }
  }

  func forward() { withUnsafePointer(to: tape) { naive_forward($0) } }
  func backward() { withUnsafePointer(to: tape) { naive_backward($0) } }

  private static func primitive(_ operation: Workload.Operation) -> naive_primitive {
    switch operation {
    case .input, .constant: NAIVE_LEAF
    case .add: NAIVE_ADD
    case .multiply: NAIVE_MULTIPLY
    case .tanh: NAIVE_TANH
    case .exp: NAIVE_EXP
    case .relu: NAIVE_RELU
    }
  }
}
