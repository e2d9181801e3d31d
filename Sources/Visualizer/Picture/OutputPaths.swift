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

  /// Nil where no path leads from the node to the output.
  ///
  /// Complexity: a sweep over the tape for each of three lineages.
  init?(through node: NodeID, to output: NodeID, in graph: Graph) {
    let above = Lineage(.ancestors, of: node, in: graph)
    let below = Lineage(.descendants, of: node, in: graph)
    guard node == output || below.contains(output) else { return nil }
    let leading = Lineage(.ancestors, of: output, in: graph)
    members = graph.nodes.map {
      $0 == node || above.contains($0)
        || below.contains($0) && ($0 == output || leading.contains($0))
    }
    count = members.count { $0 }
    self.node = node
  }

  func contains(_ node: NodeID) -> Bool {
    members.indices.contains(node.index) && members[node.index]
  }

  /// Whether one of a group's nodes is on a path.
  func contains(anyOf nodes: Range<Int>) -> Bool {
    nodes.contains { contains(NodeID($0)) }
  }
}
