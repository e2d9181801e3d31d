import CellGrid
import Testing

@testable import Visualizer

struct ViewportTests {
  private let visible = Size(width: 40, height: 10)
  private let large = Size(width: 200, height: 50)

  @Test func `a small drawing stands in the middle`() {
    var viewport = Viewport()
    viewport.follow(
      Rect(column: 0, row: 0, width: 5, height: 3), drawing: Size(width: 20, height: 4),
      visible: visible)
    #expect(viewport.offset == Point(column: -10, row: -3))
  }

  @Test func `following shows the whole target, at any place`() {
    var viewport = Viewport()
    for column in stride(from: 0, through: 182, by: 13) {
      for row in stride(from: 0, through: 46, by: 7) {
        let target = Rect(column: column, row: row, width: 18, height: 4)
        viewport.follow(target, drawing: large, visible: visible)
        let seen = Rect(origin: viewport.offset, size: visible)
        #expect(seen.intersection(target) == target)
      }
    }
  }

  @Test func `following what is in sight does not scroll`() {
    var viewport = Viewport()
    viewport.follow(
      Rect(column: 60, row: 20, width: 18, height: 4), drawing: large, visible: visible)
    let before = viewport.offset
    viewport.follow(
      Rect(column: 58, row: 20, width: 18, height: 4), drawing: large, visible: visible)
    #expect(viewport.offset == before)
  }

  @Test func `near its edge the drawing is shown from its edge`() {
    var viewport = Viewport()
    let drawing = Size(width: 60, height: 10)
    viewport.follow(
      Rect(column: 38, row: 2, width: 18, height: 4), drawing: drawing, visible: visible)
    #expect(viewport.offset.column == 20)
    viewport.follow(
      Rect(column: 9, row: 2, width: 18, height: 4), drawing: drawing, visible: visible)
    #expect(viewport.offset.column == 0)
  }

  @Test func `a panned view stays until it is centred`() {
    var viewport = Viewport()
    let target = Rect(column: 150, row: 40, width: 18, height: 4)
    viewport.pan(columns: 10, rows: 0, drawing: large, visible: visible)
    viewport.follow(target, drawing: large, visible: visible)
    #expect(viewport.offset == Point(column: 10, row: 0))
    viewport.centre(on: target, drawing: large, visible: visible)
    #expect(Rect(origin: viewport.offset, size: visible).intersection(target) == target)
    #expect(!viewport.isPanned)
  }

  @Test func `panning never loses the drawing`() {
    var viewport = Viewport()
    for _ in 0..<100 { viewport.pan(columns: 17, rows: 5, drawing: large, visible: visible) }
    let seen = Rect(origin: viewport.offset, size: visible)
    #expect(!seen.intersection(Rect(origin: .zero, size: large)).isEmpty)
  }
}
