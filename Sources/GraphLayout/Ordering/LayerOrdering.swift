/// An order of all ranks that is being improved.
struct LayerOrdering {
  let incoming: LinkLists
  let outgoing: LinkLists
  let ranks: [Int]
  let trunks: [Trunk]
  private let heights: [Double]
  var order: [[Int]]
  /// The place of each node in its rank.
  var places: [Int]

  init(graph: LayeredGraph, order: [[Int]]) {
    incoming = graph.incoming
    outgoing = graph.outgoing
    ranks = graph.ranks
    trunks = graph.trunks
    heights = (0..<graph.nodeCount).map { Double(max(1, graph.height($0))) }
    self.order = order
    places = [Int](repeating: 0, count: graph.nodeCount)
    for rank in order.indices { renumber(rank) }
  }

  /// Sweeps to and fro and keeps the best order.
  mutating func sweep(count: Int, exchangingTies: Bool) {
    transpose()
    var best = crossings()
    var bestOrder = order
    var fruitless = 0
    for sweep in 0..<count where best > 0 && fruitless < 4 {
      let isForward = sweep % 2 == 0
      let ranks = isForward ? Array(order.indices) : order.indices.reversed()
      for rank in ranks { sort(rank, byLeft: isForward, reversingTies: sweep % 4 >= 2) }
      transpose(exchangingTies: exchangingTies && sweep % 4 >= 2)
      let count = crossings()
      fruitless += 1
      if count < best {
        (best, bestOrder, fruitless) = (count, order, 0)
      }
    }
    order = bestOrder
    for rank in order.indices { renumber(rank) }
  }

  /// Orders one rank by the mean places of its neighbours in the rank before it in the sweep.
  /// Nodes without neighbours there keep their places, and the others share the rest.
  private mutating func sort(_ rank: Int, byLeft: Bool, reversingTies: Bool) {
    var keyed: [(node: Int, key: Double)] = []
    var free: [Int] = []
    for (place, node) in order[rank].enumerated() {
      guard let key = barycentre(node, byLeft: byLeft) else { continue }
      keyed.append((node, key))
      free.append(place)
    }
    keyed.sort { one, other in
      if one.key != other.key { return one.key < other.key }
      return (places[one.node] < places[other.node]) != reversingTies
    }
    for (place, entry) in zip(free, keyed) { order[rank][place] = entry.node }
    renumber(rank)
  }

  private func barycentre(_ node: Int, byLeft: Bool) -> Double? {
    var sum = 0.0
    if byLeft {
      for index in incoming.indices(of: node) { sum += Double(places[incoming.links[index].left]) }
      return incoming.count(node) == 0 ? nil : sum / Double(incoming.count(node))
    }
    for index in outgoing.indices(of: node) {
      let link = outgoing.links[index]
      let inset = Double(link.row) / heights[link.right] - 0.5
      sum += Double(places[link.right]) + inset
    }
    return outgoing.count(node) == 0 ? nil : sum / Double(outgoing.count(node))
  }

  mutating func renumber(_ rank: Int) {
    for (place, node) in order[rank].enumerated() { places[node] = place }
  }
}
