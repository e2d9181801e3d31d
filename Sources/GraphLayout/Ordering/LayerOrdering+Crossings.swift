extension LayerOrdering {
  /// The crossings between all neighbouring ranks, every port a place of its own.
  ///
  /// Counts pairs of links in opposite order with a Fenwick tree, as Barth, Jünger and Mutzel,
  /// "Simple and Efficient Bilayer Cross Counting" (2002).
  func crossings() -> Int {
    var firstPorts = [Int](repeating: 0, count: places.count)
    var crossings = 0
    // The links of a single node do not cross each other.
    for rank in order.indices.dropLast() where order[rank].count > 1 {
      var portCount = 0
      for node in order[rank + 1] {
        firstPorts[node] = portCount
        portCount += incoming.count(node)
      }
      crossings += self.crossings(rightOf: rank, firstPorts: firstPorts, portCount: portCount)
    }
    return crossings
  }

  private func crossings(rightOf rank: Int, firstPorts: [Int], portCount: Int) -> Int {
    var arrived = FenwickTree(count: portCount)
    var crossings = 0
    for node in order[rank] {
      let ports = outgoing[node].map { firstPorts[$0.right] + place(ofPort: $0) }
      for port in ports { crossings += arrived.total - arrived.sum(through: port) }
      for port in ports { arrived.add(1, at: port) }
    }
    return crossings
  }

  /// The place of a link among those that come into the same node.
  private func place(ofPort link: Link) -> Int {
    incoming[link.right].firstIndex { $0.row == link.row }.map {
      $0 - incoming.indices(of: link.right).lowerBound
    } ?? 0
  }
}
