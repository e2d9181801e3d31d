import CellGrid

/// Boxes and bends in ranks, with links between neighbouring ranks only.
///
/// A net with consumers further away has one bend in each rank between, and no more: all its
/// consumers share the trunk. Nodes up to `boxCount` are boxes, the others bends.
struct LayeredGraph: Sendable {
  let diagram: Diagram
  let rankCount: Int
  private(set) var ranks: [Int]
  /// The box each node belongs to: itself, or the source of the net that bends there.
  private(set) var nets: [Int]
  /// For each wire the row of its port below the top of the box. Wires that may take ports in any
  /// order share one row until `settlePorts`.
  private(set) var portRows: [Int]
  /// For each node the links that come from the left, by their rows, and those to the right.
  private(set) var incoming = LinkLists()
  private(set) var outgoing = LinkLists()
  private var firstBends: [Int] = []

  init(_ ranked: Ranked) {
    diagram = ranked.diagram
    rankCount = ranked.rankCount
    ranks = ranked.ranks
    nets = Array(diagram.boxes.indices)
    portRows = ranked.diagram.wires.map { wire in
      let box = ranked.diagram.boxes[wire.to]
      return box.takesAnyOrder ? box.inputs.first ?? 1 : ranked.diagram.inputRow(of: wire)
    }
    addBends()
    addLinks()
  }

  var boxCount: Int { diagram.boxes.count }
  var nodeCount: Int { ranks.count }

  func isBend(_ node: Int) -> Bool { node >= boxCount }
  func height(_ node: Int) -> Int { isBend(node) ? 1 : diagram.boxes[node].size.height }
  /// The row where a node's net leaves to the right, below the top of the node.
  func outputRow(_ node: Int) -> Int { isBend(node) ? 0 : diagram.boxes[node].output }

  /// The nets that bend.
  var trunks: [Trunk] {
    (0..<boxCount).compactMap { box in
      let end = box + 1 < boxCount ? firstBends[box + 1] : nodeCount
      return firstBends[box] < end ? Trunk(source: box, bends: firstBends[box]..<end) : nil
    }
  }

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

  /// The node of the wire's net in the rank before its consumer.
  private func lastNode(of wire: Diagram.Wire) -> Int {
    node(ofNet: wire.from, rank: ranks[wire.to] - 1)
  }

  /// Gives the wires that may take ports in any order theirs, so that they do not cross each other:
  /// from top to bottom as their nets come in.
  mutating func settlePorts(_ order: [[Int]]) {
    var places = [Int](repeating: 0, count: nodeCount)
    for rank in order {
      for (place, node) in rank.enumerated() { places[node] = place }
    }
    let wires = diagram.wires
    func key(_ wire: Int) -> (Int, Int, Int) {
      (wires[wire].to, places[lastNode(of: wires[wire])], wires[wire].slot)
    }
    let movable = wires.indices.filter { diagram.boxes[wires[$0].to].takesAnyOrder }
    var (box, taken) = (-1, 0)
    for wire in movable.sorted(by: { key($0) < key($1) }) {
      if wires[wire].to != box { (box, taken) = (wires[wire].to, 0) }
      let rows = diagram.boxes[box].inputs.sorted()
      if taken < rows.count { portRows[wire] = rows[taken] }
      taken += 1
    }
    if !movable.isEmpty { addLinks() }
  }

  private mutating func addLinks() {
    var links: [Link] = []
    for (wire, row) in zip(diagram.wires, portRows) {
      links.append(Link(left: lastNode(of: wire), right: wire.to, row: row))
    }
    for bend in boxCount..<nodeCount {
      let left = node(ofNet: nets[bend], rank: ranks[bend] - 1)
      links.append(Link(left: left, right: bend, row: 0))
    }
    incoming = LinkLists(links, nodeCount: nodeCount, by: \.right)
    outgoing = LinkLists(links, nodeCount: nodeCount, by: \.left)
    incoming.sortByRows()
  }
}

/// A piece of a net between neighbouring ranks.
struct Link: Sendable {
  let left: Int
  let right: Int
  /// The row of the port below the top of the node on the right.
  let row: Int
}
