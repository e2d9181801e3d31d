/// Rows found rank by rank: each rank is placed as well as its neighbour allows, to and fro.
struct RowFitting {
  private let graph: LayeredGraph
  private let incoming: LinkLists
  private let outgoing: LinkLists
  private let order: [[Int]]
  private(set) var rows: [Int]

  init(graph: LayeredGraph, order: [[Int]]) {
    self.graph = graph
    incoming = graph.incoming
    outgoing = graph.outgoing
    self.order = order
    rows = [Int](repeating: 0, count: graph.nodeCount)
    for rank in order {
      for (upper, lower) in zip(rank, rank.dropFirst()) {
        rows[lower] = rows[upper] + graph.separation(upper, lower)
      }
    }
  }

  /// Fits all ranks to and fro, until nothing moves any more.
  mutating func sweep(rounds: Int) {
    var before: [Int] = []
    for _ in 0..<rounds where rows != before {
      before = rows
      for rank in order.indices { fit(order[rank], toLeft: true) }
      for rank in order.indices.reversed() { fit(order[rank], toLeft: false) }
    }
  }

  /// Moves one rank so that the weighted distances to one neighbouring rank are least.
  ///
  /// With the fixed separations taken off, the rows of a rank only have to ascend: that is
  /// isotonic regression, solved by pooling neighbours that would change order.
  private mutating func fit(_ nodes: [Int], toLeft: Bool) {
    var blocks: [MedianBlock] = []
    var offset = 0
    var previous: Int?
    for node in nodes {
      if let previous { offset += graph.separation(previous, node) }
      previous = node
      var block = MedianBlock(wishes: wishes(of: node, toLeft: toLeft, offset: offset))
      while let last = blocks.last, last.median >= block.median {
        block = MedianBlock(merging: last, block)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    place(nodes, in: blocks)
  }

  private mutating func place(_ nodes: [Int], in blocks: [MedianBlock]) {
    var offset = 0
    var block = 0
    var left = blocks.first?.nodeCount ?? 0
    for (index, node) in nodes.enumerated() {
      if index > 0 { offset += graph.separation(nodes[index - 1], node) }
      if left == 0 {
        block += 1
        left = blocks[block].nodeCount
      }
      left -= 1
      rows[node] = blocks[block].median + offset
    }
  }

  private func wishes(of node: Int, toLeft: Bool, offset: Int) -> [MedianBlock.Wish] {
    let isLeft = toLeft == (incoming.count(node) > 0) || outgoing.count(node) == 0
    let lists = isLeft ? incoming : outgoing
    var wishes: [MedianBlock.Wish] = []
    for index in lists.indices(of: node) {
      let link = lists.links[index]
      let bend = graph.outputRow(link.left) - link.row
      let row = isLeft ? rows[link.left] + bend : rows[link.right] - bend
      wishes.append(MedianBlock.Wish(row: row - offset, weight: graph.straightness(link)))
    }
    if wishes.isEmpty { wishes.append(MedianBlock.Wish(row: rows[node] - offset, weight: 1)) }
    if wishes.count > 1 { wishes.sort { $0.row < $1.row } }
    return wishes
  }
}

/// Neighbours that move together, with the rows their links wish for.
struct MedianBlock {
  struct Wish {
    let row: Int
    let weight: Int
  }

  private let wishes: [Wish]
  let nodeCount: Int
  /// The lowest row of which at least half of the weight lies above or on it.
  let median: Int

  init(wishes: [Wish]) {
    self.init(wishes: wishes, nodeCount: 1)
  }

  init(merging one: MedianBlock, _ other: MedianBlock) {
    var merged: [Wish] = []
    merged.reserveCapacity(one.wishes.count + other.wishes.count)
    var next = 0
    for wish in one.wishes {
      while next < other.wishes.count, other.wishes[next].row < wish.row {
        merged.append(other.wishes[next])
        next += 1
      }
      merged.append(wish)
    }
    merged += other.wishes[next...]
    self.init(wishes: Self.thinned(merged), nodeCount: one.nodeCount + other.nodeCount)
  }

  /// Joins pairs of wishes where there are very many, so that long blocks stay cheap; the median
  /// moves by no more than from one wish to the next.
  private static func thinned(_ wishes: [Wish]) -> [Wish] {
    guard wishes.count > 128 else { return wishes }
    return stride(from: 0, to: wishes.count, by: 2).map { index in
      guard index + 1 < wishes.count else { return wishes[index] }
      let weight = wishes[index].weight + wishes[index + 1].weight
      return Wish(row: wishes[index].row, weight: weight)
    }
  }

  private init(wishes: [Wish], nodeCount: Int) {
    self.wishes = wishes
    self.nodeCount = nodeCount
    var total = 0
    for wish in wishes { total += wish.weight }
    var sum = 0
    var median = 0
    for wish in wishes {
      sum += wish.weight
      median = wish.row
      if 2 * sum >= total { break }
    }
    self.median = median
  }
}
