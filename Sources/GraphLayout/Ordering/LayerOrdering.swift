/// An order of all ranks that is being improved.
struct LayerOrdering {
  let graph: LayeredGraph
  var order: [[Int]]
  /// The place of each node in its rank.
  var places: [Int]

  init(graph: LayeredGraph, order: [[Int]]) {
    self.graph = graph
    self.order = order
    places = [Int](repeating: 0, count: graph.nodeCount)
    for rank in order.indices { renumber(rank) }
  }

  /// Sweeps to and fro and keeps the best order; returns its crossings.
  mutating func improve(sweeps: Int) -> Int {
    transpose()
    var best = crossings()
    var bestOrder = order
    var fruitless = 0
    for sweep in 0..<sweeps where best > 0 && fruitless < 6 {
      let isForward = sweep % 2 == 0
      let ranks = isForward ? Array(order.indices) : order.indices.reversed()
      for rank in ranks { sort(rank, byLeft: isForward, reversingTies: sweep % 4 >= 2) }
      transpose()
      let count = crossings()
      fruitless += 1
      if count < best {
        (best, bestOrder, fruitless) = (count, order, 0)
      }
    }
    order = bestOrder
    for rank in order.indices { renumber(rank) }
    return best
  }

  /// Orders one rank by the mean places of its neighbours in the rank before it in the sweep.
  private mutating func sort(_ rank: Int, byLeft: Bool, reversingTies: Bool) {
    let keyed = order[rank].map { node in
      (node: node, key: barycentre(node, byLeft: byLeft) ?? Double(places[node]))
    }
    let sorted = keyed.sorted { one, other in
      if one.key != other.key { return one.key < other.key }
      return (places[one.node] < places[other.node]) != reversingTies
    }
    order[rank] = sorted.map(\.node)
    renumber(rank)
  }

  private func barycentre(_ node: Int, byLeft: Bool) -> Double? {
    let lists = byLeft ? graph.incoming : graph.outgoing
    let count = lists.count(node)
    guard count > 0 else { return nil }
    var sum = 0.0
    for index in lists[node] {
      let link = graph.links[index]
      sum += byLeft ? Double(places[link.left]) : Double(places[link.right]) + inset(of: link)
    }
    return sum / Double(count)
  }

  /// How far down a box a link arrives, as a part of one place.
  private func inset(of link: LayeredGraph.Link) -> Double {
    Double(link.row) / Double(graph.height(link.right)) - 0.5
  }

  mutating func renumber(_ rank: Int) {
    for (place, node) in order[rank].enumerated() { places[node] = place }
  }
}
