/// A layered graph whose ranks are ordered from top to bottom, with few crossings.
struct Ordered: Sendable {
  let graph: LayeredGraph
  /// The nodes of each rank, from top to bottom.
  let order: [[Int]]
}

extension Ranked {
  /// Orders every rank by sweeps over barycentres with transposition of neighbours (Gansner et
  /// al. 1993, section 3), from several starts; then single nodes and whole nets move to better
  /// places while that removes crossings. Keeps the order with the fewest.
  func ordered() -> Ordered {
    var graph = LayeredGraph(self)
    let linkCount = graph.incoming.links.count + 1
    let sweeps = max(1, min(24, 400_000 / linkCount))
    var work = 40_000_000
    var best: (crossings: Int, order: [[Int]])?
    for (number, start) in graph.startingOrders(count: graph.startCount).enumerated() {
      var ordering = LayerOrdering(graph: graph, order: start)
      ordering.sweep(count: sweeps, exchangingTies: number % 2 == 1)
      ordering.polish(&work)
      let crossings = ordering.crossings()
      if crossings < best?.crossings ?? .max { best = (crossings, ordering.order) }
      if crossings == 0 { break }
    }
    let order = best?.order ?? []
    graph.settlePorts(order)
    return Ordered(graph: graph, order: order)
  }
}

extension LayerOrdering {
  /// Threads nets and sifts nodes until neither removes a crossing or the work is used up.
  fileprivate mutating func polish(_ work: inout Int) {
    while work > 0, rethread(&work) + sift(&work) > 0 {}
  }
}

extension LayeredGraph {
  /// Small graphs can afford more.
  fileprivate var startCount: Int {
    let linkCount = incoming.links.count
    return linkCount < 400 ? 6 : linkCount < 200_000 ? 2 : 1
  }

  /// Orders to start from: two that follow the diagram, the same upside down, and then mixtures.
  fileprivate func startingOrders(count: Int) -> [[[Int]]] {
    let (operands, tape) = (orderByOperands(), orderByTape())
    var orders = [operands, tape, operands.map { $0.reversed() }, tape.map { $0.reversed() }]
    var state: UInt64 = 1
    while orders.count < count {
      orders.append(
        tape.map { rank in
          rank.map { node in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (node: node, key: state >> 33)
          }
          .sorted { ($0.key, $0.node) < ($1.key, $1.node) }
          .map(\.node)
        })
    }
    return Array(orders.prefix(count))
  }

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
        for link in incoming[node].reversed() { stack.append(link.left) }
      }
    }
    return order
  }

  /// In the order in which the boxes were written.
  func orderByTape() -> [[Int]] {
    var order = [[Int]](repeating: [], count: rankCount)
    for node in (0..<nodeCount).sorted(by: { (nets[$0], $0) < (nets[$1], $1) }) {
      order[ranks[node]].append(node)
    }
    return order
  }
}
