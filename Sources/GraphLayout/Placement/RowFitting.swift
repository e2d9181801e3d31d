/// Rows found rank by rank: each rank is placed as well as its neighbour allows, to and fro.
struct RowFitting {
  private let graph: LayeredGraph
  private let order: [[Int]]
  private(set) var rows: [Int]

  init(graph: LayeredGraph, order: [[Int]]) {
    self.graph = graph
    self.order = order
    rows = [Int](repeating: 0, count: graph.nodeCount)
    for rank in order {
      for (upper, lower) in zip(rank, rank.dropFirst()) {
        rows[lower] = rows[upper] + graph.separation(upper, lower)
      }
    }
  }

  mutating func sweep(rounds: Int) {
    for _ in 0..<rounds {
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
    let isLeft = toLeft == (graph.incoming.count(node) > 0) || graph.outgoing.count(node) == 0
    let list = isLeft ? graph.incoming[node] : graph.outgoing[node]
    var wishes = list.map { index in
      let link = graph.links[index]
      let row =
        isLeft
        ? rows[link.left] + graph.outputRow(link.left) - link.row
        : rows[link.right] + link.row - graph.outputRow(link.left)
      return MedianBlock.Wish(row: row - offset, weight: graph.straightness(link))
    }
    if wishes.isEmpty { wishes.append(MedianBlock.Wish(row: rows[node] - offset, weight: 1)) }
    return wishes.sorted { $0.row < $1.row }
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
    var rest = other.wishes[...]
    for wish in one.wishes {
      while let next = rest.first, next.row < wish.row {
        merged.append(next)
        rest.removeFirst()
      }
      merged.append(wish)
    }
    merged += rest
    self.init(wishes: merged, nodeCount: one.nodeCount + other.nodeCount)
  }

  private init(wishes: [Wish], nodeCount: Int) {
    self.wishes = wishes
    self.nodeCount = nodeCount
    let total = wishes.reduce(0) { $0 + $1.weight }
    var sum = 0
    let middle = wishes.first { wish in
      sum += wish.weight
      return 2 * sum >= total
    }
    median = middle?.row ?? 0
  }
}
