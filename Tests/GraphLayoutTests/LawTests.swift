import CellGrid
import GraphLayout
import PictureReading
import Testing

struct LawTests {
  @Test(arguments: NamedGraph.all)
  func `a named graph keeps the laws and its characters say every wire`(graph: NamedGraph) {
    let drawing = graph.diagram.laidOut()
    #expect(drawing.complaints(about: graph.diagram) == [])
    #expect(drawing.complaints(about: graph.diagram, readIn: .unicode) == [])
    #expect(drawing.complaints(about: graph.diagram, readIn: .ascii) == [])
  }

  @Test(arguments: 0..<10)
  func `1000 random diagrams keep the laws and their characters say every wire`(
    hundred: Int
  ) {
    for seed in 100 * hundred..<100 * hundred + 100 {
      let diagram = Diagram.random(seed: UInt64(seed))
      let drawing = diagram.laidOut()
      #expect(drawing.complaints(about: diagram) == [], "seed \(seed)")
      #expect(drawing.complaints(about: diagram, readIn: .unicode) == [], "seed \(seed)")
      guard seed.isMultiple(of: 5) else { continue }
      #expect(drawing.complaints(about: diagram, readIn: .ascii) == [], "seed \(seed)")
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
}
