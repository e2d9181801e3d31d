extension Graph {
  /// The first node that is not of the same form in another graph: one of another operation, of
  /// other operands or of another shape, or one that only one of them has.
  ///
  /// - Returns: nil where both have the same form; values may differ.
  package func firstNodeOfOtherForm(in other: Graph) -> NodeID? {
    let shared = min(count, other.count)
    for node in 0..<shared {
      guard codes[node] == other.codes[node], first[node] == other.first[node],
        second[node] == other.second[node],
        shape(of: NodeID(node)) == other.shape(of: NodeID(node)),
        asked(of: node) == other.asked(of: node)
      else { return NodeID(node) }
    }
    return count == other.count ? nil : NodeID(shared)
  }

  private func asked(of node: Int) -> Attribute {
    tensors?.application(of: node)?.asked ?? .none
  }
}
