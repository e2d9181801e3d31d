/// A layered graph whose ranks are ordered from top to bottom, with few crossings.
struct Ordered: Sendable {
  let graph: LayeredGraph
  /// The nodes of each rank, from top to bottom.
  let order: [[Int]]
}

extension Ranked {
  /// Orders every rank by sweeps over barycentres with transposition of neighbours (Gansner et
  /// al. 1993, section 3), from two starts, and keeps the order with the fewest crossings.
  func ordered() -> Ordered {
    let graph = LayeredGraph(self)
    let starts = [graph.orderByOperands(), graph.orderByTape()]
    let sweeps = max(2, min(24, 3_000_000 / (graph.links.count + 1)))
    var best: (crossings: Int, order: [[Int]])?
    for start in starts {
      var ordering = LayerOrdering(graph: graph, order: start)
      let crossings = ordering.improve(sweeps: sweeps)
      if crossings < best?.crossings ?? .max { best = (crossings, ordering.order) }
      if crossings == 0 { break }
    }
    return Ordered(graph: graph, order: best?.order ?? [])
  }
}

extension LayeredGraph {
  /// Depth first from the results to their operands, which keeps what a value is made of together.
  fileprivate func orderByOperands() -> [[Int]] {
    var order = [[Int]](repeating: [], count: rankCount)
    var isSeen = [Bool](repeating: false, count: nodeCount)
    for sink in (0..<boxCount).reversed() where outgoing.count(sink) == 0 {
      var stack = [sink]
      while let node = stack.popLast() {
        if isSeen[node] { continue }
        isSeen[node] = true
        order[ranks[node]].append(node)
        for link in incoming[node].reversed() { stack.append(links[link].left) }
      }
    }
    return order
  }

  /// In the order in which the boxes were written.
  fileprivate func orderByTape() -> [[Int]] {
    var order = [[Int]](repeating: [], count: rankCount)
    for node in (0..<nodeCount).sorted(by: { (nets[$0], $0) < (nets[$1], $1) }) {
      order[ranks[node]].append(node)
    }
    return order
  }
}
