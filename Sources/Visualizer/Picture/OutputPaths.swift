import Autograd

/// The nodes on a path through one node to the output: what the node depends on, the node itself,
/// and those that depend on it and lead to the output.
///
/// Of the output itself that is all it depends on; of a weight, the paths its gradient is the sum
/// over.
struct OutputPaths: Equatable, Sendable {
  let node: NodeID
  let count: Int
  private let members: [Bool]

  /// Three sweeps over the tape; nil where no path leads from the node to the output.
  init?(through node: NodeID, to output: NodeID, in graph: Graph) {
    guard node.index <= output.index else { return nil }
    var members = [Bool](repeating: false, count: graph.count)
    members[node.index] = true
    for index in node.index + 1..<max(node.index + 1, output.index + 1) {
      members[index] = graph.operands(of: NodeID(index)).contains { members[$0.index] }
    }
    guard members[output.index] else { return nil }
    var leads = [Bool](repeating: false, count: graph.count)
    leads[output.index] = true
    // Down to the node only along what depends on it; from there on to all that it depends on.
    for index in (0...output.index).reversed() where leads[index] {
      for operand in graph.operands(of: NodeID(index))
      where index <= node.index || members[operand.index] {
        leads[operand.index] = true
      }
    }
    self.node = node
    self.members = leads
    count = leads.reduce(0) { $0 + ($1 ? 1 : 0) }
  }

  func contains(_ node: NodeID) -> Bool {
    members.indices.contains(node.index) && members[node.index]
  }

  /// Whether one of a group's nodes is on a path.
  func contains(anyOf nodes: Range<Int>) -> Bool {
    nodes.contains { contains(NodeID($0)) }
  }
}
