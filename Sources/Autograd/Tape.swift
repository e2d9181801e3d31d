/// Records ordinary Swift arithmetic as a graph, computing values on the way.
///
/// ```swift
/// var tape = Tape()
/// let L = tape.record { tape in
///   let x = tape.input(2).named("x")
///   let w = tape.parameter(0.5).named("w")
///   return -log(sigmoid(w * x * x))
/// }
/// tape.value(of: L)            // 0.12692801104297263
/// tape.backward(from: L)
/// tape.gradient(of: NodeID(0)) // -0.23840584404423537
/// tape.graph                   // the same as a `Graph`
/// ```
///
/// The values in the closure are an index and a pointer into the tape, which is what makes
/// recording fast; they are of use only until the closure returns, and only on this tape. What
/// outlives it are node ids. The tape owns the memory and gives it back when it goes out of scope;
/// recording again starts over in the same memory.
public struct Tape: ~Copyable {
  let columns: UnsafeMutablePointer<Columns>

  /// - Parameter capacity: how many nodes to make room for at once.
  public init(capacity: Int = 64) {
    columns = .allocate(capacity: 1)
    columns.initialize(to: Columns(capacity: max(1, capacity)))
  }

  deinit {
    columns.pointee.deallocate()
    columns.deinitialize(count: 1)
    columns.deallocate()
  }

  /// Forgets what was recorded and records what `body` computes.
  ///
  /// - Returns: the node of the value that `body` returns.
  public mutating func record(_ body: (Recorder) throws -> Value) rethrows -> NodeID {
    columns.pointee.count = 0
    columns.pointee.names = []
    columns.pointee.gradients.forget()
    return try body(Recorder(columns: columns)).node
  }

  /// The number of nodes.
  public var count: Int { columns.pointee.count }

  /// What the node's value was when it was recorded.
  public func value(of node: NodeID) -> Double {
    precondition(node.index >= 0 && node.index < count, "the node is not on the tape")
    return columns.pointee.values[node.index]
  }

  /// The names given with `named`, in the order in which they were given.
  public var names: [(node: NodeID, name: String)] { columns.pointee.names }

  /// What was recorded, as a graph.
  public var graph: Graph {
    var graph = Graph()
    let columns = columns.pointee
    let operands = UnsafeBufferPointer(start: columns.operands, count: columns.count)
    graph.codes = Array(UnsafeBufferPointer(start: columns.codes, count: columns.count))
    graph.first = operands.map(\.first)
    graph.second = operands.map(\.second)
    graph.leafValues = (0..<columns.count).map { node in
      columns.codes[node] >= Graph.constantCode ? columns.values[node] : 0
    }
    return graph
  }
}
