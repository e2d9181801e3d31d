import CellGrid
import PictureReading
import Testing

@testable import GraphLayout

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
    #expect(try GlyphWalk(GlyphWalk.rows(of: picture)).arrivals() == [0: [.init(box: 1, row: 1)]])
    let broken = picture.replacing("──▶", with: "─ ▶")
    #expect(throws: LostWay.self) { try GlyphWalk(GlyphWalk.rows(of: broken)).arrivals() }
  }

  @Test func `a drawing that breaks a law is noticed`() {
    let diagram = NamedGraph.neuron.diagram
    let good = diagram.laidOut()
    func complaints(boxes: [Rect]? = nil, routes: Drawing.Routes? = nil) -> [String] {
      let drawing = Drawing(
        size: good.size, boxes: boxes ?? good.boxes, ranks: good.ranks,
        routes: routes ?? good.routes)
      return drawing.complaints(about: diagram)
    }
    func rerouted(_ change: (Int, [Point]) -> [Point]) -> Drawing.Routes {
      var routes = Drawing.Routes()
      for (index, route) in good.routes.enumerated() {
        routes.append(net: route.net, change(index, Array(route.points)))
      }
      return routes
    }
    #expect(complaints() == [])
    var boxes = good.boxes
    boxes[0] = boxes[1].moved(rows: 1)
    #expect(complaints(boxes: boxes).contains { $0.hasPrefix("box(1) lies on box(0)") })
    let swapped = rerouted { $0 == 0 ? Array(good.routes[1].points) : $1 }
    #expect(complaints(routes: swapped).contains { $0.contains("lies on net(") })
    let cut = rerouted { $0 == 0 ? Array($1.dropLast()) : $1 }
    #expect(complaints(routes: cut).contains { $0.contains("does not arrive") })
    let through = rerouted { index, points in
      let end = Point(column: points[0].column - 5, row: points[0].row)
      return index == 0 ? [end] + points.dropFirst() : points
    }
    #expect(
      complaints(routes: through).contains { $0.contains("lies on box(") || $0.hasPrefix("box(") })
  }
}
