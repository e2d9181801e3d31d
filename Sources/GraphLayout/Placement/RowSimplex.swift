/// The rows of least total bend, found by network simplex.
///
/// Every link gets a node of its own above both its ends, whose distances from them add up to how
/// far the link is from straight. Neighbours in a rank are edges without weight.
struct RowSimplex {
  private let nodeCount: Int
  private var edges: [NetworkSimplex.Edge] = []
  private var positions: [Int]

  init(graph: LayeredGraph, order: [[Int]], rows: [Int]) {
    nodeCount = graph.nodeCount
    positions = rows
    for rank in order {
      for (upper, lower) in zip(rank, rank.dropFirst()) {
        edges.append(
          NetworkSimplex.Edge(
            tail: upper, head: lower, length: graph.separation(upper, lower), weight: 0))
      }
    }
    for (index, link) in graph.incoming.links.enumerated() {
      let weight = graph.straightness(link)
      let output = graph.outputRow(link.left)
      positions.append(min(rows[link.left] + output, rows[link.right] + link.row))
      edges.append(
        NetworkSimplex.Edge(
          tail: nodeCount + index, head: link.left, length: -output, weight: weight))
      edges.append(
        NetworkSimplex.Edge(
          tail: nodeCount + index, head: link.right, length: -link.row, weight: weight))
    }
  }

  func optimum() -> [Int] {
    var simplex = NetworkSimplex(edges: edges, feasible: positions)
    simplex.minimize(budget: 4_000_000)
    return Array(simplex.positions[0..<nodeCount])
  }
}
