import CellGrid
import GraphLayout
import Testing

struct DiagramTests {
  @Test func `an empty diagram is an empty drawing`() {
    let drawing = Diagram().laidOut()
    #expect(drawing.size == .zero)
    #expect(drawing.boxes.isEmpty)
    #expect(drawing.routes.isEmpty)
  }

  @Test func `a single box is the whole drawing`() {
    let box = Diagram.Box(size: Size(width: 18, height: 4))
    let drawing = Diagram(boxes: [box]).laidOut()
    #expect(drawing.size == box.size)
    #expect(drawing.boxes == [Rect(origin: .zero, size: box.size)])
    #expect(drawing.ranks == [[0]])
  }

  @Test func `a chain of 10000 boxes is one straight line`() {
    let box = Diagram.Box(size: Size(width: 18, height: 4), inputs: [1])
    let count = 10_000
    let wires = (1..<count).map { Diagram.Wire(from: $0 - 1, to: $0, slot: 0) }
    let drawing = Diagram(boxes: [Diagram.Box](repeating: box, count: count), wires: wires)
      .laidOut()
    #expect(drawing.size == Size(width: 22 * count - 4, height: 4))
    #expect(drawing.routes.allSatisfy { $0.points.count == 2 })
  }

  @Test func `wires are seen through a viewport, and the emphasised one is heavy where nets share`()
  {
    let drawing = NamedGraph.star.diagram.laidOut()
    let whole = Rect(origin: .zero, size: drawing.size)
    let loud = Role(rawValue: 9)
    let strokes = drawing.strokes(in: whole) { $0 == 0 ? (.heavy, loud) : nil }
    let start = drawing.routes[0].source
    let first = Point(column: start.column + 1, row: start.row)
    #expect(strokes.arms(at: first).weight(.right) == .heavy)
    let corner = Rect(origin: first, size: Size(width: 1, height: 1))
    #expect(drawing.strokes(in: corner).arms(at: first) == Arms([.left, .right]))
  }
}
