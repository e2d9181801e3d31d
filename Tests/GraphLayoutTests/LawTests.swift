import CellGrid
import GlyphReading
import GraphLayout
import Testing

struct LawTests {
  @Test(arguments: NamedGraph.all)
  func `a named graph keeps the laws and its characters say every wire`(graph: NamedGraph) throws {
    let drawing = graph.diagram.laidOut()
    expectLaws(graph.diagram, drawing)
    try expectReadable(graph.diagram, drawing, .unicode)
    try expectReadable(graph.diagram, drawing, .ascii)
  }

  @Test(arguments: 0..<10)
  func `1000 random diagrams keep the laws and their characters say every wire`(
    hundred: Int
  ) throws {
    for seed in 100 * hundred..<100 * hundred + 100 {
      let diagram = Diagram.random(seed: UInt64(seed))
      let drawing = diagram.laidOut()
      expectLaws(diagram, drawing, "seed \(seed)")
      try expectReadable(diagram, drawing, .unicode, "seed \(seed)")
      if seed.isMultiple(of: 5) { try expectReadable(diagram, drawing, .ascii, "seed \(seed)") }
    }
  }

  @Test func `the same diagram gives the same drawing`() {
    for seed in 0..<10 {
      let diagram = Diagram.random(seed: UInt64(seed))
      #expect(diagram.laidOut() == diagram.laidOut())
    }
  }

  @Test func `a walk notices a line that is broken`() throws {
    let box = Diagram.Box(size: Size(width: 7, height: 3), inputs: [1])
    let diagram = Diagram(boxes: [box, box], wires: [.init(from: 0, to: 1, slot: 0)])
    let picture = diagram.laidOut().picture(titles: ["n0", "n1"])
    #expect(try GlyphWalk(picture).arrivals() == [0: [.init(box: 1, row: 1)]])
    let broken = picture.replacing("──▶", with: "─ ▶")
    #expect(throws: LostWay.self) { try GlyphWalk(broken).arrivals() }
  }

  /// The characters of the picture alone must say which box is an operand of which, and where.
  private func expectReadable(
    _ diagram: Diagram, _ drawing: Drawing, _ repertoire: Repertoire, _ comment: Comment? = nil
  ) throws {
    let titles = diagram.boxes.indices.map { "n\($0)" }
    var expected: [Int: Set<GlyphWalk.Arrival>] = [:]
    for (wire, route) in zip(diagram.wires, drawing.routes) {
      let row = route.target.row - drawing.boxes[wire.to].minRow
      expected[wire.from, default: []].insert(.init(box: wire.to, row: row))
    }
    let picture = drawing.picture(titles: titles, repertoire: repertoire)
    let readable = repertoire == .ascii ? ASCIIPicture(picture).withUnicodeLines : picture
    #expect(try GlyphWalk(readable).arrivals() == expected, comment)
  }

  private func expectLaws(_ diagram: Diagram, _ drawing: Drawing, _ comment: Comment? = nil) {
    var ground = Ground(size: drawing.size)
    var taken: Set<[Int]> = []
    for (box, rect) in drawing.boxes.enumerated() {
      #expect(rect.size == diagram.boxes[box].size, comment)
      ground.build(rect)
    }
    for (wire, route) in zip(diagram.wires, drawing.routes) {
      let (from, to) = (drawing.boxes[wire.from], drawing.boxes[wire.to])
      let output = from.minRow + diagram.boxes[wire.from].output
      let ports = diagram.boxes[wire.to].inputs
      let row = route.target.row - to.minRow
      if diagram.boxes[wire.to].takesAnyOrder {
        #expect(ports.contains(row), comment)
        #expect(taken.insert([wire.to, row]).inserted, "two wires take one port")
      } else {
        #expect(row == ports[wire.slot], comment)
      }
      #expect(route.net == wire.from, comment)
      #expect(route.source == Point(column: from.maxColumn, row: output), comment)
      #expect(route.target.column == to.minColumn, comment)
      ground.lay(route)
    }
    #expect(ground.complaints.isEmpty, comment)
    expectRanks(diagram, drawing, comment)
  }

  private func expectRanks(_ diagram: Diagram, _ drawing: Drawing, _ comment: Comment?) {
    #expect(drawing.ranks.joined().sorted() == Array(diagram.boxes.indices), comment)
    var ranks = [Int](repeating: 0, count: diagram.boxes.count)
    for (rank, boxes) in drawing.ranks.enumerated() {
      for box in boxes { ranks[box] = rank }
      let rows = boxes.map { drawing.boxes[$0].minRow }
      #expect(rows == rows.sorted(), comment)
    }
    #expect(diagram.wires.allSatisfy { ranks[$0.from] < ranks[$0.to] }, comment)
  }
}
