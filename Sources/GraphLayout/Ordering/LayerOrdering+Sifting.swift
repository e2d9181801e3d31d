extension LayerOrdering {
  /// Moves every node in turn to the place in its rank where it crosses least.
  ///
  /// This is sifting, from Matuszewski, Schönfeld and Molitor, "Using Sifting for k-Layer
  /// Straightline Crossing Minimization" (1999). Each move looks at a rank and its neighbours
  /// once.
  ///
  /// - Returns: how many crossings are gone.
  mutating func sift(_ work: inout Int) -> Int {
    var gone = 0
    for rank in order.indices where order[rank].count > 1 {
      for node in order[rank] {
        guard work > 0 else { return gone }
        gone += sift(node, in: rank, &work)
      }
    }
    return gone
  }

  private mutating func sift(_ node: Int, in rank: Int, _ work: inout Int) -> Int {
    let row = order[rank]
    let start = places[node]
    let left = Balance(
      places: incoming[node].map { places[$0.left] }, count: rank > 0 ? order[rank - 1].count : 0)
    let right = Balance(
      places: outgoing[node].map { places[$0.right] },
      count: rank + 1 < order.count ? order[rank + 1].count : 0)
    work -= row.count + left.count + right.count
    var best = (gain: 0, place: start)
    var gain = 0
    for place in start + 1..<max(start + 1, row.count) {
      gain += gainBelow(node, row[place], left, right)
      if gain > best.gain { best = (gain, place) }
    }
    gain = 0
    for place in (0..<start).reversed() {
      gain -= gainBelow(node, row[place], left, right)
      if gain > best.gain { best = (gain, place) }
    }
    if best.place != start { move(node, to: best.place) }
    return best.gain
  }

  /// The crossings that vanish when `node` goes below `other`.
  private func gainBelow(_ node: Int, _ other: Int, _ left: Balance, _ right: Balance) -> Int {
    var gain = 0
    for index in incoming.indices(of: other) { gain += left[places[incoming.links[index].left]] }
    for index in outgoing.indices(of: other) {
      let link = outgoing.links[index]
      gain += right[places[link.right]]
      if right.touches(places[link.right]) { gain += portGain(node, link) }
    }
    return gain
  }

  /// The same for links that meet in one node, by their ports.
  private func portGain(_ node: Int, _ other: Link) -> Int {
    outgoing[node].reduce(0) { gain, link in
      guard link.right == other.right else { return gain }
      return gain + (link.row > other.row ? 1 : link.row < other.row ? -1 : 0)
    }
  }

  /// Moves a node within its rank.
  mutating func move(_ node: Int, to place: Int) {
    let rank = ranks[node]
    order[rank].remove(at: places[node])
    order[rank].insert(node, at: place)
    renumber(rank)
  }
}

/// For every place of a rank how many links of one node end below it, less those that end above.
private struct Balance {
  private var values: [Int32]

  init(places: [Int], count: Int) {
    guard !places.isEmpty else {
      values = []
      return
    }
    values = [Int32](repeating: 0, count: count)
    for place in places { values[place] += 2 }
    var below = Int32(truncatingIfNeeded: places.count)
    for place in values.indices {
      // Half of the links that end here are taken off before, half after.
      let here = values[place] / 2
      values[place] = 2 * (below - here) | (here > 0 ? 1 : 0)
      below -= 2 * here
    }
  }

  var count: Int { values.count }

  subscript(place: Int) -> Int { values.isEmpty ? 0 : Int(values[place] >> 1) }

  /// Whether a link ends there.
  func touches(_ place: Int) -> Bool { !values.isEmpty && values[place] & 1 == 1 }
}
