/// An ordered graph whose nodes have rows.
struct Placed: Sendable {
  let graph: LayeredGraph
  let order: [[Int]]
  /// The top row of each node.
  let rows: [Int]
}

extension Ordered {
  /// Gives every node a row, so that links are straight where they can be and short elsewhere.
  ///
  /// Sweeps of weighted medians come first; where the graph is small enough the network simplex
  /// of Gansner et al. 1993, section 4.2, goes on from there to the optimum.
  func placed() -> Placed {
    var fitting = RowFitting(graph: graph, order: order)
    fitting.sweep(rounds: graph.incoming.links.count > 50_000 ? 2 : 6)
    var rows = fitting.rows
    if graph.nodeCount + graph.incoming.links.count <= 4_000 {
      rows = RowSimplex(graph: graph, order: order, rows: rows).optimum()
    }
    let top = rows.min() ?? 0
    return Placed(graph: graph, order: order, rows: rows.map { $0 - top })
  }
}

extension LayeredGraph {
  /// The rows from the top of a node to the top of the one below it: a free one between boxes, but
  /// none between two labels, whose wires then arrive at neighbouring ports without a turn.
  func separation(_ upper: Int, _ lower: Int) -> Int {
    let isClose = isBend(upper) || isBend(lower) || isLabel(upper) && isLabel(lower)
    return height(upper) + (isClose ? 0 : 1)
  }

  /// A single row without operands.
  private func isLabel(_ node: Int) -> Bool { height(node) == 1 && incoming.count(node) == 0 }

  /// How much a link wants to be straight: longer nets more than their ends, and the labels beside
  /// a box with many ports more than other boxes.
  func straightness(_ link: Link) -> Int {
    switch (isBend(link.left), isBend(link.right)) {
    case (true, true): 8
    case (false, false): isLabel(link.left) && incoming.count(link.right) > 2 ? 3 : 2
    default: 4
    }
  }
}
