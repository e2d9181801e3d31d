extension NetworkSimplex {
  /// A node whose tree edge upwards has a negative cut value: the most negative of the first few
  /// found, starting where the last search ended.
  mutating func leavingNode() -> Int? {
    let enough = 30
    var best: (node: Int, value: Int)?
    var found = 0
    for _ in positions.indices {
      cursor = cursor + 1 == positions.count ? 0 : cursor + 1
      guard tree.parents[cursor] >= 0 else { continue }
      let value = cutValue(above: cursor)
      guard value < 0 else { continue }
      if value < best?.value ?? 0 { best = (cursor, value) }
      found += 1
      if found == enough { break }
    }
    return best?.node
  }

  /// The edge of least slack that leads back over the cut, looked for on its smaller side.
  func enteringEdge(cutAbove node: Int, _ remaining: inout Int) -> Int? {
    let isTail = edges[tree.parentEdges[node]].tail == node
    var best: (edge: Int, slack: Int)?
    for part in tree.smallerSide(ofCutAbove: node) {
      for place in part {
        for index in incidence[tree.order[place]] {
          remaining -= 1
          let edge = edges[index]
          let tailIsBelow = tree.isDescendant(edge.tail, of: node)
          let headIsBelow = tree.isDescendant(edge.head, of: node)
          guard tailIsBelow != headIsBelow, headIsBelow == isTail else { continue }
          let slack = slack(index)
          if slack < best?.slack ?? .max { best = (index, slack) }
        }
      }
      if best?.slack == 0 { break }
    }
    return best?.edge
  }

  mutating func exchange(above node: Int, for entering: Int, _ remaining: inout Int) {
    let slack = slack(entering)
    if slack > 0 { move(node, by: slack, &remaining) }
    let edge = edges[entering]
    let isTailBelow = tree.isDescendant(edge.tail, of: node)
    let inner = isTailBelow ? edge.tail : edge.head
    let outer = isTailBelow ? edge.head : edge.tail
    updateSums(cutAbove: node, inner: inner, outer: outer)
    remaining -= tree.replaceEdge(above: node, by: entering, inner: inner, outer: outer)
  }

  /// Moves the two sides of the cut apart, by moving the smaller.
  private mutating func move(_ node: Int, by slack: Int, _ remaining: inout Int) {
    let isTail = edges[tree.parentEdges[node]].tail == node
    let side = tree.smallerSide(ofCutAbove: node)
    let isBelow = side.count == 1
    let distance = isTail == isBelow ? -slack : slack
    for part in side {
      remaining -= part.count
      for place in part { positions[tree.order[place]] += distance }
    }
  }

  private mutating func updateSums(cutAbove node: Int, inner: Int, outer: Int) {
    let moved = subtreeWeights[node]
    let ancestor = tree.commonAncestor(tree.parents[node], outer)
    var step = tree.parents[node]
    while step != ancestor {
      subtreeWeights[step] -= moved
      step = tree.parents[step]
    }
    step = outer
    while step != ancestor {
      subtreeWeights[step] += moved
      step = tree.parents[step]
    }
    step = inner
    var below = 0
    while true {
      let old = subtreeWeights[step]
      subtreeWeights[step] = moved - below
      below = old
      if step == node { break }
      step = tree.parents[step]
    }
  }
}
