/// One use of a node: the consumer and the slot it fills there.
public struct Consumer: Hashable, Sendable {
  /// The consumer.
  public let node: NodeID
  private let storedSlot: Int32

  /// A use in the slot of the node.
  public init(node: NodeID, slot: Int) {
    self.node = node
    storedSlot = Int32(truncatingIfNeeded: slot)
  }

  /// The operand position at the consumer.
  public var slot: Int { Int(storedSlot) }
}

/// Who uses each node, by node: the edges of a graph turned round.
///
/// ```swift
/// let consumers = Consumers(of: graph)   // y = x * x
/// consumers[x].map(\.slot)               // [0, 1]
/// ```
///
/// Built in O(nodes + edges); 4 bytes a node and 8 an edge.
public struct Consumers: Sendable {
  /// The uses of node `n` are those from `starts[n]` up to `starts[n + 1]`.
  private var starts: [Int32]
  private var uses: [Consumer]

  /// Turns the edges of `graph` round.
  public init(of graph: Graph) {
    starts = [Int32](repeating: 0, count: graph.count + 1)
    for operand in [graph.first, graph.second].joined() where operand >= 0 {
      starts[Int(operand) + 1] += 1
    }
    for node in 0..<graph.count { starts[node + 1] += starts[node] }
    uses = Array(
      repeating: Consumer(node: NodeID(0), slot: 0), count: Int(starts[graph.count]))
    var next = starts
    for node in 0..<graph.count {
      for (slot, operand) in graph.operands(of: NodeID(node)).enumerated() {
        uses[Int(next[operand.index])] = Consumer(node: NodeID(node), slot: slot)
        next[operand.index] += 1
      }
    }
  }

  /// The uses of `node` in tape order, slots of one consumer in slot order.
  public subscript(node: NodeID) -> ArraySlice<Consumer> {
    uses[Int(starts[node.index])..<Int(starts[node.index + 1])]
  }
}
