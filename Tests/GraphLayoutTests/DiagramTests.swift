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
}
