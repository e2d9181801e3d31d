/// Integer positions of nodes that keep every edge at least as long as it must be and make the
/// weighted sum of all lengths as small as possible.
///
/// This is the network simplex method of Gansner, Koutsofios, North and Vo, "A Technique for
/// Drawing Directed Graphs" (1993), section 2.3. A spanning tree of tight edges stands for a
/// solution; while a tree edge has a negative cut value, it is exchanged for the edge of least
/// slack that leads back over the cut. Ranks and rows are both found with it.
///
/// A cut value is a sum over a subtree: the weight leaving it less the weight entering it, where
/// edges inside cancel. So each node carries the sum of its subtree, and an exchange changes the
/// sums on one cycle only.
struct NetworkSimplex {
  struct Edge: Sendable {
    let tail: Int
    let head: Int
    /// The least difference between the positions of head and tail; may be negative.
    let length: Int
    let weight: Int
  }

  let edges: [Edge]
  let incidence: Incidence
  var positions: [Int]
  var tree: SpanningTree
  /// For each node the weight leaving its subtree less the weight entering it.
  var subtreeWeights: [Int]
  /// Where the search for an edge to exchange goes on.
  var cursor = 0

  /// Starts from positions that keep every edge long enough. The graph must be connected.
  init(edges: [Edge], feasible positions: [Int]) {
    self.edges = edges
    incidence = Incidence(edges: edges, nodeCount: positions.count)
    var growth = TightTree(edges: edges, incidence: incidence, positions: positions)
    growth.grow()
    self.positions = growth.positions
    tree = SpanningTree(parentEdges: growth.parentEdges, order: growth.order, edges: edges)
    subtreeWeights = [Int](repeating: 0, count: positions.count)
    for edge in edges {
      subtreeWeights[edge.tail] += edge.weight
      subtreeWeights[edge.head] -= edge.weight
    }
    for node in growth.order.reversed() where tree.parents[node] >= 0 {
      subtreeWeights[tree.parents[node]] += subtreeWeights[node]
    }
  }

  /// Exchanges edges until no exchange makes the sum smaller or the budget, counted in nodes and
  /// edges looked at, is used up. Each state on the way is feasible.
  mutating func minimize(budget: Int) {
    var remaining = budget
    while remaining > 0, let leaving = leavingNode() {
      guard let entering = enteringEdge(cutAbove: leaving, &remaining) else { return }
      exchange(above: leaving, for: entering, &remaining)
    }
  }

  func slack(_ edge: Int) -> Int {
    let edge = edges[edge]
    return positions[edge.head] - positions[edge.tail] - edge.length
  }

  /// The cut value of the tree edge between a node and its parent.
  func cutValue(above node: Int) -> Int {
    let isTail = edges[tree.parentEdges[node]].tail == node
    return isTail ? subtreeWeights[node] : -subtreeWeights[node]
  }
}

/// For each node the edges that touch it, in one array.
struct Incidence {
  private let starts: [Int]
  private let list: [Int]

  init(edges: [NetworkSimplex.Edge], nodeCount: Int) {
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    for edge in edges {
      starts[edge.tail + 1] += 1
      starts[edge.head + 1] += 1
    }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var list = [Int](repeating: 0, count: 2 * edges.count)
    for (index, edge) in edges.enumerated() {
      for node in [edge.tail, edge.head] {
        list[next[node]] = index
        next[node] += 1
      }
    }
    (self.starts, self.list) = (starts, list)
  }

  subscript(node: Int) -> ArraySlice<Int> { list[starts[node]..<starts[node + 1]] }
}
