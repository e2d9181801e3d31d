extension LayerOrdering {
  /// The crossings between all neighbouring ranks, every port a place of its own.
  ///
  /// Counts pairs of links in opposite order with a Fenwick tree, as Barth, Jünger and Mutzel,
  /// "Simple and Efficient Bilayer Cross Counting" (2002).
  func crossings() -> Int {
    var firstPorts = [Int](repeating: 0, count: places.count)
    var crossings = 0
    for rank in order.indices.dropLast() {
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

/// Sums over the beginnings of an array, each change and each sum in logarithmic time.
struct FenwickTree {
  private var partial: [Int]
  private(set) var total = 0

  init(count: Int) {
    partial = [Int](repeating: 0, count: count + 1)
  }

  mutating func add(_ amount: Int, at index: Int) {
    total += amount
    var index = index + 1
    while index < partial.count {
      partial[index] += amount
      index += index & -index
    }
  }

  func sum(through index: Int) -> Int {
    var sum = 0
    var index = index + 1
    while index > 0 {
      sum += partial[index]
      index -= index & -index
    }
    return sum
  }
}
