import CellGrid
import GraphLayout
import Testing

/// The characters on the screen say exactly which box is an operand of which, and in which slot.
struct GlyphWalkTests {
  @Test(arguments: NamedGraph.all)
  func `following the lines recovers every wire`(graph: NamedGraph) throws {
    try expectReadable(graph.diagram)
  }

  @Test func `following the lines recovers every wire of 1000 random diagrams`() throws {
    for seed in 0..<1_000 { try expectReadable(.random(seed: UInt64(seed)), "seed \(seed)") }
  }

  @Test func `a walk notices a wire that is missing or bent wrong`() throws {
    let picture = Diagram(
      boxes: [.init(size: Size(width: 7, height: 3)), .init(size: Size(width: 7, height: 3))],
      wires: [.init(from: 0, to: 1, slot: 0)]
    ).laidOut().picture(titles: ["n0", "n1"])
    #expect(try GlyphWalk(picture).arrivals() == [0: [.init(box: 1, row: 1)]])
    let broken = picture.replacing("──▶", with: "─ ▶")
    #expect(throws: LostWay.self) { try GlyphWalk(broken).arrivals() }
  }

  private func expectReadable(_ diagram: Diagram, _ comment: Comment? = nil) throws {
    let titles = diagram.boxes.indices.map { "n\($0)" }
    let picture = diagram.laidOut().picture(titles: titles)
    var expected: [Int: Set<GlyphWalk.Arrival>] = [:]
    for wire in diagram.wires {
      let row = diagram.boxes[wire.to].inputs[wire.slot]
      expected[wire.from, default: []].insert(.init(box: wire.to, row: row))
    }
    let arrivals = try GlyphWalk(picture).arrivals()
    #expect(arrivals == expected, comment)
  }
}
