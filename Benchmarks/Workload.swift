import Autograd
import CNaiveTape

/// A graph as a list of operations, from which every competitor makes its own.
struct Workload {
  enum Operation: UInt8 {
    case input
    case constant
    case add
    case multiply
    case tanh
    case exp
    case relu
  }

  var operations: [Operation] = []
  var first: [Int32] = []
  var second: [Int32] = []
  /// Values as they come out; a leaf's value is given.
  var values: [Double] = []

  var count: Int { operations.count }

  mutating func leaf(_ value: Double, _ operation: Operation = .input) -> Int32 {
    append(operation, -1, -1, value)
  }

  mutating func append(
    _ operation: Operation, _ x: Int32, _ y: Int32 = -1, _ value: Double
  ) -> Int32 {
    operations.append(operation)
    first.append(x)
    second.append(y)
    values.append(value)
    return Int32(count - 1)
  }
}

extension Workload {
  /// The same as a graph of the library.
  func graph() throws -> Graph {
    var graph = Graph()
    graph.reserveCapacity(count)
    let rows = try ["tanh", "exp", "relu"].map { name in
      guard let row = Primitive.named(name) else { throw Disagreement(description: "no \(name)") }
      return row
    }
    for index in 0..<count {
      let (x, y) = (NodeID(rawValue: first[index]), NodeID(rawValue: second[index]))
      switch operations[index] {
      case .input: _ = graph.parameter(values[index])
      case .constant: _ = graph.constant(values[index])
      case .add: _ = graph.apply(.add, x, y)
      case .multiply: _ = graph.apply(.multiply, x, y)
      case .tanh: _ = graph.apply(rows[0], x)
      case .exp: _ = graph.apply(rows[1], x)
      case .relu: _ = graph.apply(rows[2], x)
      }
    }
    return graph
  }

  /// Records it with the library's operators, one call an operation, and returns the output.
  func record(on tape: Recorder, nodes: UnsafeMutablePointer<NodeID>) -> Value {
    for index in 0..<count {
      let (x, y) = (Int(first[index]), Int(second[index]))
      nodes[index] =
        switch operations[index] {
        case .input: tape.input(values[index]).node
        case .constant: tape.constant(values[index]).node
        case .add, .multiply:
          arithmetic(operations[index], tape[nodes[x]], tape[nodes[y]]).node
        case .tanh: Autograd.tanh(tape[nodes[x]]).node
        case .exp: Autograd.exp(tape[nodes[x]]).node
        case .relu: Autograd.relu(tape[nodes[x]]).node
        }
    }
    return tape[nodes[count - 1]]
  }

  // Together, so that both operands are read before it is known which of the two it is: nothing
  // predicts that in a random graph.
  @inline(__always)
  private func arithmetic(_ operation: Operation, _ x: Value, _ y: Value) -> Value {
    operation == .add ? x + y : x * y
  }
}
