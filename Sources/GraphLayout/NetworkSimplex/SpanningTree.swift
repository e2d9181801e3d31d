/// A rooted tree over all nodes in which a subtree is a stretch of one array.
struct SpanningTree {
  /// The parent of each node, -1 for the root, and the edge to it.
  private(set) var parents: [Int]
  private(set) var parentEdges: [Int]
  /// The nodes in preorder, and the place of each node there.
  private(set) var order: [Int]
  private var places: [Int]
  private var sizes: [Int]
  private var firstChildren: [Int]
  private var nextSiblings: [Int]
  private var previousSiblings: [Int]

  /// `order` names each node after its parent; the first is the root.
  init(parentEdges: [Int], order: [Int], edges: [NetworkSimplex.Edge]) {
    let count = order.count
    self.parentEdges = parentEdges
    parents = [Int](repeating: -1, count: count)
    sizes = [Int](repeating: 1, count: count)
    firstChildren = [Int](repeating: -1, count: count)
    nextSiblings = firstChildren
    previousSiblings = firstChildren
    self.order = order
    places = [Int](repeating: 0, count: count)
    for node in order where parentEdges[node] >= 0 {
      let edge = edges[parentEdges[node]]
      parents[node] = edge.tail == node ? edge.head : edge.tail
      attach(node, to: parents[node])
    }
    for node in order.reversed() where parents[node] >= 0 { sizes[parents[node]] += sizes[node] }
    if let root = order.first { renumber(below: root, from: 0) }
  }

  func isDescendant(_ node: Int, of ancestor: Int) -> Bool {
    let distance = places[node] - places[ancestor]
    return distance >= 0 && distance < sizes[ancestor]
  }

  /// The places of the nodes below the edge above a node (one stretch), or of all others (two),
  /// whichever are fewer.
  func smallerSide(ofCutAbove node: Int) -> [Range<Int>] {
    let start = places[node]
    let end = start + sizes[node]
    return 2 * sizes[node] <= order.count
      ? [start..<end] : [0..<start, end..<order.count]
  }

  func commonAncestor(_ one: Int, _ other: Int) -> Int {
    var one = one
    while !isDescendant(other, of: one) { one = parents[one] }
    return one
  }

  /// Cuts the edge above `node` and hangs its subtree, turned to be rooted at `inner`, below
  /// `outer`. Returns the number of nodes that were renumbered.
  mutating func replaceEdge(above node: Int, by edge: Int, inner: Int, outer: Int) -> Int {
    let ancestor = commonAncestor(parents[node], outer)
    let moved = sizes[node]
    resize(from: parents[node], to: ancestor, by: -moved)
    resize(from: outer, to: ancestor, by: moved)
    var (step, newParent, newEdge, below) = (inner, outer, edge, 0)
    while true {
      let (parent, parentEdge, size) = (parents[step], parentEdges[step], sizes[step])
      detach(step)
      parents[step] = newParent
      parentEdges[step] = newEdge
      sizes[step] = moved - below
      attach(step, to: newParent)
      if step == node { break }
      (newParent, newEdge, below, step) = (step, parentEdge, size, parent)
    }
    renumber(below: ancestor, from: places[ancestor])
    return sizes[ancestor]
  }

  private mutating func resize(from node: Int, to ancestor: Int, by change: Int) {
    var step = node
    while step != ancestor {
      sizes[step] += change
      step = parents[step]
    }
  }

  private mutating func attach(_ node: Int, to parent: Int) {
    let first = firstChildren[parent]
    nextSiblings[node] = first
    previousSiblings[node] = -1
    if first >= 0 { previousSiblings[first] = node }
    firstChildren[parent] = node
  }

  private mutating func detach(_ node: Int) {
    let (previous, next) = (previousSiblings[node], nextSiblings[node])
    if previous >= 0 { nextSiblings[previous] = next } else { firstChildren[parents[node]] = next }
    if next >= 0 { previousSiblings[next] = previous }
  }

  private mutating func renumber(below root: Int, from start: Int) {
    var place = start
    var node = root
    while true {
      places[node] = place
      order[place] = node
      place += 1
      if firstChildren[node] >= 0 {
        node = firstChildren[node]
        continue
      }
      while node != root, nextSiblings[node] < 0 { node = parents[node] }
      if node == root { return }
      node = nextSiblings[node]
    }
  }
}
