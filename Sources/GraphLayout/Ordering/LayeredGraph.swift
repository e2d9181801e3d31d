import CellGrid

/// Boxes and bends in ranks, with links between neighbouring ranks only.
///
/// A net with consumers further away has one bend in each rank between, and no more: all its
/// consumers share the trunk. Nodes up to `boxCount` are boxes, the others bends.
struct LayeredGraph: Sendable {
  struct Link: Sendable {
    let left: Int
    let right: Int
    /// The row of the port below the top of the node on the right.
    let row: Int
  }

  let diagram: Diagram
  let rankCount: Int
  private(set) var ranks: [Int]
  /// The box each node belongs to: itself, or the source of the net that bends there.
  private(set) var nets: [Int]
  /// Links by the rank of their left node, and in the order of wires within.
  private(set) var links: [Link] = []
  private(set) var channels: [Range<Int>] = []
  /// For each node the links that come from the left, by their rows, and those to the right.
  private(set) var incoming = LinkLists()
  private(set) var outgoing = LinkLists()
  private var firstBends: [Int] = []

  init(_ ranked: Ranked) {
    diagram = ranked.diagram
    rankCount = ranked.rankCount
    ranks = ranked.ranks
    nets = Array(diagram.boxes.indices)
    addBends()
    addLinks()
  }

  var boxCount: Int { diagram.boxes.count }
  var nodeCount: Int { ranks.count }

  func isBend(_ node: Int) -> Bool { node >= boxCount }
  func height(_ node: Int) -> Int { isBend(node) ? 1 : diagram.boxes[node].size.height }
  /// The row where a node's net leaves to the right, below the top of the node.
  func outputRow(_ node: Int) -> Int { isBend(node) ? 0 : diagram.boxes[node].output }

  /// The node of a net in a rank: the box itself or the bend there.
  func node(ofNet box: Int, rank: Int) -> Int {
    rank == ranks[box] ? box : firstBends[box] + rank - ranks[box] - 1
  }

  private mutating func addBends() {
    var farthest = ranks
    for wire in diagram.wires { farthest[wire.from] = max(farthest[wire.from], ranks[wire.to]) }
    firstBends = farthest
    for box in 0..<boxCount {
      firstBends[box] = ranks.count
      guard farthest[box] > ranks[box] + 1 else { continue }
      for rank in ranks[box] + 1..<farthest[box] {
        ranks.append(rank)
        nets.append(box)
      }
    }
  }

  private mutating func addLinks() {
    var unsorted: [Link] = []
    for wire in diagram.wires {
      let left = node(ofNet: wire.from, rank: ranks[wire.to] - 1)
      unsorted.append(Link(left: left, right: wire.to, row: diagram.inputRow(of: wire)))
    }
    for bend in boxCount..<nodeCount {
      let left = node(ofNet: nets[bend], rank: ranks[bend] - 1)
      unsorted.append(Link(left: left, right: bend, row: 0))
    }
    var counts = [Int](repeating: 0, count: rankCount + 1)
    for link in unsorted { counts[ranks[link.left] + 1] += 1 }
    for rank in 0..<rankCount { counts[rank + 1] += counts[rank] }
    channels = (0..<rankCount).map { counts[$0]..<counts[$0 + 1] }
    links = unsorted
    for link in unsorted {
      links[counts[ranks[link.left]]] = link
      counts[ranks[link.left]] += 1
    }
    incoming = LinkLists(nodeCount: nodeCount, ends: links.map(\.right))
    incoming.sort { [links] in (links[$0].row, $0) < (links[$1].row, $1) }
    outgoing = LinkLists(nodeCount: nodeCount, ends: links.map(\.left))
  }
}

/// For each node a list of links, in one array.
struct LinkLists: Sendable {
  private var starts: [Int] = [0]
  private var list: [Int] = []

  init() {}

  init(nodeCount: Int, ends: [Int]) {
    starts = [Int](repeating: 0, count: nodeCount + 1)
    for end in ends { starts[end + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    list = [Int](repeating: 0, count: ends.count)
    for (link, end) in ends.enumerated() {
      list[next[end]] = link
      next[end] += 1
    }
  }

  subscript(node: Int) -> ArraySlice<Int> { list[starts[node]..<starts[node + 1]] }

  func count(_ node: Int) -> Int { starts[node + 1] - starts[node] }

  mutating func sort(by precedes: (Int, Int) -> Bool) {
    for node in 0..<starts.count - 1 where count(node) > 1 {
      list[starts[node]..<starts[node + 1]].sort(by: precedes)
    }
  }
}
