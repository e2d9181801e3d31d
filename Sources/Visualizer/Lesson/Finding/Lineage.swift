package import Autograd

/// All nodes a node depends on, or all that depend on it, itself left out.
///
/// One sweep over the tape, whose order is topological: nothing is visited twice and no stack grows.
package struct Lineage: Hashable, Sendable {
  package let direction: Direction
  package let node: NodeID
  package let count: Int
  private let members: [Bool]

  package enum Direction: Hashable, Sendable {
    case ancestors, descendants
  }

  package init(_ direction: Direction, of node: NodeID, in graph: Graph) {
    self.direction = direction
    self.node = node
    var members = [Bool](repeating: false, count: graph.count)
    members[node.index] = true
    switch direction {
    case .ancestors:
      for index in (0...node.index).reversed() where members[index] {
        for operand in graph.operands(of: NodeID(index)) { members[operand.index] = true }
      }
    case .descendants:
      for index in node.index + 1..<max(node.index + 1, graph.count) {
        members[index] = graph.operands(of: NodeID(index)).contains { members[$0.index] }
      }
    }
    members[node.index] = false
    count = members.reduce(0) { $0 + ($1 ? 1 : 0) }
    self.members = members
  }

  package func contains(_ node: NodeID) -> Bool {
    members.indices.contains(node.index) && members[node.index]
  }

  /// Whether an edge is part of a way between the node and a member.
  package func contains(from source: NodeID, to target: NodeID) -> Bool {
    switch direction {
    case .ancestors: target == node || contains(target)
    case .descendants: source == node || contains(source)
    }
  }

  /// `a depends on 12 nodes.`, `1 node depends on a.`
  package func sentence(label: String) -> String {
    switch (direction, count) {
    case (.ancestors, 0): "\(label) depends on nothing."
    case (.ancestors, _): "\(label) depends on \(count.counted("node"))."
    case (.descendants, 0): "Nothing depends on \(label)."
    case (.descendants, 1): "1 node depends on \(label)."
    case (.descendants, _): "\(count) nodes depend on \(label)."
    }
  }
}
