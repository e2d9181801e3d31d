/// The bends of one net, one in each rank between its source and its farthest consumer.
struct Trunk: Sendable {
  let source: Int
  let bends: Range<Int>
}

extension LayerOrdering {
  /// Takes the bends of each net out in turn and threads them anew where the net crosses least.
  ///
  /// Moving one bend at a time cannot do that: a long net that goes another way is better only
  /// when it goes there all along.
  ///
  /// - Returns: how many crossings are gone.
  mutating func rethread(_ work: inout Int) -> Int {
    var gone = 0
    for trunk in trunks where work > 0 {
      let needed = workToRethread(trunk)
      guard needed <= work else { continue }
      work -= needed
      gone += rethread(trunk)
    }
    return gone
  }

  /// The gaps of neighbouring ranks that are looked at in pairs.
  private func workToRethread(_ trunk: Trunk) -> Int {
    let first = ranks[trunk.bends.lowerBound]
    let sizes = (first...first + trunk.bends.count).map { rank in
      rank < order.count ? order[rank].count : 0
    }
    return zip(sizes, sizes.dropFirst()).reduce(sizes[0]) { $0 + $1.0 * $1.1 }
  }

  private mutating func rethread(_ trunk: Trunk) -> Int {
    var path = TrunkPath(trunk)
    path.extend(through: self)
    guard let (gaps, gain) = path.better else { return 0 }
    for (bend, gap) in zip(trunk.bends, gaps) { move(bend, to: gap) }
    return gain
  }
}

/// The way of least crossings for one net, everything else staying where it is.
///
/// It leads from rank to rank through the gaps between the other nodes, so it is a shortest path
/// in an acyclic graph: for every gap of a rank the cheapest way there, from those of the rank
/// before. The work is the product of the sizes of neighbouring ranks.
private struct TrunkPath {
  private let trunk: Trunk
  /// For each gap of the rank reached last the crossings on the cheapest way there.
  private var costs: [Int32] = [0]
  /// For each rank and gap the gap before it on that way.
  private var origins: [[Int32]] = []
  /// The crossings of the way the net goes now.
  private var currentCost: Int32 = 0

  init(_ trunk: Trunk) { self.trunk = trunk }

  mutating func extend(through ordering: LayerOrdering) {
    extend(from: trunk.source, to: trunk.bends.lowerBound, in: ordering)
    for bend in trunk.bends {
      let next = bend + 1 < trunk.bends.upperBound ? bend + 1 : nil
      extend(from: bend, to: next, in: ordering)
    }
  }

  /// From the gaps of one rank to those of the next; at the end of the net to its consumers only.
  private mutating func extend(
    from node: Int, to next: Int?, in ordering: LayerOrdering
  ) {
    var line = MovingLine(from: node, without: next, in: ordering)
    let place = ordering.places[node]
    let gaps = node == trunk.source ? place...place : 0...line.nodeCount
    var reached = [Int32](repeating: .max, count: next == nil ? gaps.count : line.gapCount)
    var cameFrom = [Int32](repeating: 0, count: reached.count)
    for gap in 0...gaps.upperBound {
      if gap > 0 { line.moveDown() }
      guard gap >= gaps.lowerBound else { continue }
      let cost = costs[gap - gaps.lowerBound] + line.costToConsumers
      if gap == place {
        currentCost += line.costToConsumers + (next.map { line.costs[ordering.places[$0]] } ?? 0)
      }
      if next == nil {
        reached[gap] = cost
      } else {
        line.relax(&reached, &cameFrom, from: gap, at: cost)
      }
    }
    costs = reached
    if next != nil { origins.append(cameFrom) }
  }

  /// The gaps of a way with fewer crossings than now, and how many fewer; nil if there is none.
  var better: (gaps: [Int], gain: Int)? {
    guard let least = costs.min(), least < currentCost, let end = costs.firstIndex(of: least)
    else { return nil }
    var gaps = [end]
    for origin in origins.dropFirst().reversed() { gaps.append(Int(origin[gaps[gaps.count - 1]])) }
    return (gaps.reversed(), Int(currentCost - least))
  }
}
