extension LayerOrdering {
  /// The crossings between all neighbouring ranks, every port a place of its own.
  func crossings() -> Int {
    (0..<max(0, graph.rankCount - 1)).reduce(0) { $0 + crossings(rightOf: $1) }
  }

  /// Counts pairs of links in opposite order with a Fenwick tree, as Barth, Jünger and Mutzel,
  /// "Simple and Efficient Bilayer Cross Counting" (2002).
  private func crossings(rightOf rank: Int) -> Int {
    var portOfLink: [Int: Int] = [:]
    portOfLink.reserveCapacity(graph.channels[rank].count)
    var portCount = 0
    for node in order[rank + 1] {
      for link in graph.incoming[node] {
        portOfLink[link] = portCount
        portCount += 1
      }
    }
    var arrived = FenwickTree(count: portCount)
    var crossings = 0
    for node in order[rank] {
      for link in graph.outgoing[node] {
        crossings += arrived.total - arrived.sum(through: portOfLink[link] ?? 0)
      }
      for link in graph.outgoing[node] { arrived.add(1, at: portOfLink[link] ?? 0) }
    }
    return crossings
  }
}

extension LayerOrdering {
  /// Exchanges neighbours while that removes crossings, a few rounds at most.
  mutating func transpose() {
    for _ in 0..<4 {
      var isImproved = false
      for rank in order.indices {
        for place in order[rank].indices.dropLast() {
          let (upper, lower) = (order[rank][place], order[rank][place + 1])
          guard gain(upper, lower) > 0 else { continue }
          order[rank].swapAt(place, place + 1)
          (places[upper], places[lower]) = (place + 1, place)
          isImproved = true
        }
      }
      if !isImproved { return }
    }
  }

  /// The crossings that vanish when two neighbours change places. Pairs of nodes with very many
  /// links are left to the sweeps: looking at all their pairs would be quadratic.
  private func gain(_ upper: Int, _ lower: Int) -> Int {
    let limit = 1_000
    var gain = 0
    let (incoming, outgoing) = (graph.incoming, graph.outgoing)
    if incoming.count(upper) * incoming.count(lower) < limit {
      for one in incoming[upper] {
        for other in incoming[lower] {
          gain += (places[graph.links[one].left] - places[graph.links[other].left]).signum()
        }
      }
    }
    if outgoing.count(upper) * outgoing.count(lower) < limit {
      for one in outgoing[upper] {
        for other in outgoing[lower] { gain += isBelow(graph.links[one], graph.links[other]) }
      }
    }
    return gain
  }

  private func isBelow(_ one: LayeredGraph.Link, _ other: LayeredGraph.Link) -> Int {
    one.right == other.right
      ? (one.row - other.row).signum() : (places[one.right] - places[other.right]).signum()
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
