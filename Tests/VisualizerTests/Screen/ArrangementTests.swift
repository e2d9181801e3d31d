import CellGrid
import Testing

@testable import Visualizer

/// The division of the screen, drawn: h header, g graph, s step, l ledger, t source text,
/// p strip, f footer, - rules.
struct ArrangementTests {
  private func drawn(
    _ screen: Size, drawing: Size, showsStep: Bool = true, showsSource: Bool = true
  ) -> Canvas {
    let places = Arrangement(
      screen: screen, drawing: drawing, showsStep: showsStep, showsSource: showsSource)
    var canvas = Canvas(size: screen)
    let areas: [(Rect?, Character)] =
      [
        (places.header, "h"), (places.graph, "g"), (places.footer, "f"), (places.step, "s"),
        (places.ledger, "l"), (places.source, "t"), (places.strip, "p"),
      ] + places.rules.map { ($0, "-") }
    for (rect, letter) in areas {
      guard let rect else { continue }
      for row in rect.minRow...max(rect.minRow, rect.maxRow) {
        for column in rect.minColumn...max(rect.minColumn, rect.maxColumn) {
          #expect(canvas[column, row].character == " ", "two areas share a cell")
          canvas[column, row] = Cell(letter)
        }
      }
    }
    return canvas
  }

  private func column(_ canvas: Canvas, _ column: Int) -> String {
    String((0..<canvas.size.height).map { canvas[column, $0].character })
  }

  private func row(_ canvas: Canvas, _ row: Int) -> Set<Character> {
    Set((0..<canvas.size.width).map { canvas[$0, row].character })
  }

  @Test func `a small screen gives the graph at least half and a strip`() {
    let canvas = drawn(
      Size(width: 80, height: 24), drawing: Size(width: 150, height: 10), showsStep: false,
      showsSource: false)
    #expect(column(canvas, 0) == "hggggggggggggggggg-ppppf")
  }

  @Test func `panels on a small screen leave the graph its half`() {
    let canvas = drawn(
      Size(width: 80, height: 24), drawing: Size(width: 150, height: 10), showsSource: false)
    #expect(column(canvas, 0) == "hgggggggggggg-sssssssssf")
    #expect(row(canvas, 20) == ["s", "l"])
  }

  @Test func `a low graph gets its panels below`() {
    let canvas = drawn(Size(width: 120, height: 40), drawing: Size(width: 150, height: 10))
    #expect(row(canvas, 10) == ["g"])
    #expect(row(canvas, 30) == ["s", "l", "t"])
  }

  @Test func `a tall graph gets its panels beside it`() {
    let canvas = drawn(Size(width: 120, height: 40), drawing: Size(width: 60, height: 90))
    #expect(row(canvas, 10) == ["g", "-", "s"])
    #expect(row(canvas, 35) == ["g", "-", "t"])
  }

  @Test func `without panels the graph has everything between header and footer`() {
    let canvas = drawn(
      Size(width: 120, height: 40), drawing: Size(width: 150, height: 10), showsStep: false,
      showsSource: false)
    #expect(column(canvas, 60) == "h" + String(repeating: "g", count: 38) + "f")
  }

  @Test func `every size from the minimum on is divided without overlap or gap`() {
    for width in 24...300 {
      for height in stride(from: 8, through: 100, by: 3) {
        for drawing in [Size(width: 150, height: 10), Size(width: 60, height: 300), .zero] {
          let screen = Size(width: width, height: height)
          let areas = areas(of: screen, drawing: drawing)
          let sum = areas.reduce(0) { $0 + $1.size.width * $1.size.height }
          let whole = Rect(origin: .zero, size: screen)
          let isInside = areas.allSatisfy { whole.intersection($0) == $0 }
          let isApart = areas.indices.allSatisfy { one in
            areas[(one + 1)...].allSatisfy { areas[one].intersection($0).isEmpty }
          }
          #expect(sum == width * height && isInside && isApart, "\(width)x\(height)")
        }
      }
    }
  }

  private func areas(of screen: Size, drawing: Size) -> [Rect] {
    let places = Arrangement(screen: screen, drawing: drawing, showsStep: true, showsSource: true)
    let panels = [places.step, places.ledger, places.source, places.strip].compactMap { $0 }
    return [places.header, places.graph, places.footer] + panels + places.rules
  }
}
