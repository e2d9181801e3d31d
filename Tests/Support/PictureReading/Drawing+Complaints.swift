package import CellGrid
package import GraphLayout

extension Drawing {
  /// What is wrong with the drawing of a diagram; nothing, if it keeps the laws: every box has its
  /// size and a place of its own, every wire leads from its port to a port of its own past all
  /// boxes, two nets share no cell but where they cross, and ranks go from left to right.
  package func complaints(about diagram: Diagram) -> [String] {
    var ground = Ground(size: size)
    for box in boxes { ground.build(box) }
    for route in routes { ground.lay(route) }
    return ground.complaints + sizeComplaints(diagram) + portComplaints(diagram)
      + rankComplaints(diagram)
  }

  /// What the characters of its picture fail to say: from which box a line comes, and where it goes.
  package func complaints(about diagram: Diagram, readIn repertoire: Repertoire) -> [String] {
    let picture = picture(
      titles: diagram.boxes.indices.map { "n\($0)" }, repertoire: repertoire)
    let rows = GlyphWalk.rows(of: picture)
    let readable = repertoire == .ascii ? ASCIIPicture(rows).withUnicodeLines : rows
    var expected: [Int: Set<GlyphWalk.Arrival>] = [:]
    for (wire, route) in zip(diagram.wires, routes) {
      let row = route.target.row - boxes[wire.to].minRow
      expected[wire.from, default: []].insert(.init(box: wire.to, row: row))
    }
    do {
      let found = try GlyphWalk(readable).arrivals()
      return found == expected ? [] : ["\(repertoire): other lines than the wires"]
    } catch {
      return ["\(repertoire): \(error)"]
    }
  }

  private func sizeComplaints(_ diagram: Diagram) -> [String] {
    boxes.indices.filter { boxes[$0].size != diagram.boxes[$0].size }
      .map { "box \($0) has another size" }
  }

  private func portComplaints(_ diagram: Diagram) -> [String] {
    var complaints: [String] = []
    var taken: Set<[Int]> = []
    for (wire, route) in zip(diagram.wires, routes) {
      let (from, to) = (boxes[wire.from], boxes[wire.to])
      let output = from.minRow + diagram.boxes[wire.from].output
      let ports = diagram.boxes[wire.to].inputs
      let row = route.target.row - to.minRow
      let isFree = diagram.boxes[wire.to].takesAnyOrder
      if isFree ? !ports.contains(row) : row != ports[wire.slot] {
        complaints.append("\(wire) ends at no port of its own")
      }
      if isFree, !taken.insert([wire.to, row]).inserted {
        complaints.append("\(wire) takes a port that is taken")
      }
      if route.net != wire.from || route.source != Point(column: from.maxColumn, row: output) {
        complaints.append("\(wire) does not leave its box")
      }
      if route.target.column != to.minColumn { complaints.append("\(wire) does not arrive") }
    }
    return complaints
  }

  private func rankComplaints(_ diagram: Diagram) -> [String] {
    var complaints: [String] = []
    var rankOfBox = [Int](repeating: -1, count: diagram.boxes.count)
    for (rank, members) in ranks.enumerated() {
      for box in members { rankOfBox[box] = rank }
      let rows = members.map { boxes[$0].minRow }
      if rows != rows.sorted() { complaints.append("rank \(rank) is not from top to bottom") }
    }
    if ranks.joined().sorted() != Array(boxes.indices) { complaints.append("boxes without a rank") }
    if !diagram.wires.allSatisfy({ rankOfBox[$0.from] < rankOfBox[$0.to] }) {
      complaints.append("a wire does not go to the right")
    }
    return complaints
  }
}
