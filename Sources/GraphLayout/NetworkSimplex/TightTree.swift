/// Grows a tree of tight edges from the first node, as Prim's method grows a shortest tree: the
/// edge of least slack at its rim is made tight by moving the whole tree.
struct TightTree {
  private let edges: [NetworkSimplex.Edge]
  private let incidence: Incidence
  private(set) var positions: [Int]
  private(set) var parentEdges: [Int]
  /// The nodes in the order in which they joined.
  private(set) var order: [Int] = []

  /// How far the tree has moved; positions of its nodes are stored without it until the end.
  private var shift = 0
  private var isInTree: [Bool]
  /// Edges whose tail (head) is in the tree, by their slack as if the tree had not moved.
  private var outgoing = MinimumHeap()
  private var incoming = MinimumHeap()

  init(edges: [NetworkSimplex.Edge], incidence: Incidence, positions: [Int]) {
    self.edges = edges
    self.incidence = incidence
    self.positions = positions
    parentEdges = [Int](repeating: -1, count: positions.count)
    isInTree = [Bool](repeating: false, count: positions.count)
    order.reserveCapacity(positions.count)
  }

  mutating func grow() {
    guard !positions.isEmpty else { return }
    join(0)
    while let (edge, isOutgoing) = tightest() {
      let (tail, head) = (edges[edge].tail, edges[edge].head)
      let inner = isOutgoing ? tail : head
      let outer = isOutgoing ? head : tail
      let length = isOutgoing ? edges[edge].length : -edges[edge].length
      shift = positions[outer] - length - positions[inner]
      parentEdges[outer] = edge
      join(outer)
    }
    for node in order { positions[node] += shift }
  }

  private mutating func join(_ node: Int) {
    isInTree[node] = true
    order.append(node)
    positions[node] -= shift
    for index in incidence[node] {
      let edge = edges[index]
      if edge.tail == node, !isInTree[edge.head] {
        outgoing.push(index, key: positions[edge.head] - positions[node] - edge.length)
      } else if edge.head == node, !isInTree[edge.tail] {
        incoming.push(index, key: positions[node] - positions[edge.tail] - edge.length)
      }
    }
  }

  private mutating func tightest() -> (edge: Int, isOutgoing: Bool)? {
    while let (edge, _) = outgoing.least, isInTree[edges[edge].head] { outgoing.removeLeast() }
    while let (edge, _) = incoming.least, isInTree[edges[edge].tail] { incoming.removeLeast() }
    switch (outgoing.least, incoming.least) {
    case (let out?, let into?):
      return out.key - shift <= into.key + shift ? (out.element, true) : (into.element, false)
    case (let out?, nil): return (out.element, true)
    case (nil, let into?): return (into.element, false)
    case (nil, nil): return nil
    }
  }
}
