import CellGrid
import Testing

struct StrokesTests {
  private let viewport = Rect(column: 0, row: 0, width: 9, height: 5)

  private func point(_ column: Int, _ row: Int) -> Point { Point(column: column, row: row) }

  private func drawn(_ strokes: Strokes, _ repertoire: Repertoire = .unicode) -> String {
    var canvas = Canvas(size: strokes.viewport.size)
    strokes.paint(on: &canvas, repertoire: repertoire)
    return canvas.text
  }

  /// A net from the left that forks to two arrow heads, and a second one that falls across it.
  private func fork() -> Strokes {
    var strokes = Strokes(viewport: viewport)
    for row in [0, 2] {
      strokes.line(from: point(0, 2), to: point(3, 2), net: 1)
      strokes.line(from: point(3, 2), to: point(3, row), net: 1)
      strokes.line(from: point(3, row), to: point(8, row), net: 1)
      strokes.head(at: point(8, row), net: 1, weight: .light)
    }
    strokes.line(from: point(5, 0), to: point(5, 4), net: 2)
    return strokes
  }

  @Test func `lines of one net join, and a vertical one passes over another net`() {
    #expect(
      drawn(fork()) == """
           ┌─╷──▶
           │ │
        ╶──┴─│──▶
             │
             ╵
        """)
    #expect(
      drawn(fork(), .ascii) == """
           .-|-->
           | |
        ---'-|-->
             |
             |
        """)
  }

  @Test func `which line passes over does not depend on the order of drawing`() {
    var strokes = Strokes(viewport: viewport)
    strokes.line(from: point(2, 0), to: point(2, 4), net: 1)
    strokes.line(from: point(0, 2), to: point(4, 2), net: 2, weight: .heavy)
    #expect(strokes.net(at: point(2, 2)) == 1)
    #expect(drawn(strokes) == "  ╷\n  │\n╺━│━╸\n  │\n  ╵")
  }

  @Test func `the heavier of two strokes of one net decides the role`() {
    let loud = Role(rawValue: 7)
    var strokes = Strokes(viewport: viewport)
    strokes.line(from: point(0, 0), to: point(4, 0), net: 1, weight: .heavy, role: loud)
    strokes.line(from: point(0, 0), to: point(2, 0), net: 1)
    strokes.line(from: point(2, 0), to: point(2, 2), net: 1)
    var canvas = Canvas(size: viewport.size)
    strokes.paint(on: &canvas)
    #expect(canvas.line(0) == "╺━┯━╸")
    #expect(canvas.roleText { $0 == loud ? "!" : " " }.hasPrefix("!!!!!\n"))
  }

  @Test func `what lies outside the viewport is left out and joins nothing`() {
    var strokes = Strokes(viewport: Rect(column: 2, row: 1, width: 3, height: 2))
    strokes.line(from: point(-100_000, 1), to: point(100_000, 1), net: 1)
    strokes.line(from: point(3, 1), to: point(3, 100_000), net: 1)
    strokes.line(from: point(0, 0), to: point(9, 0), net: 2)
    strokes.head(at: point(9, 9), net: 2, weight: .light)
    #expect(drawn(strokes) == "─┬─\n │")
  }

  @Test func `every combination of arms has a glyph of its own, and only a line looks straight`() {
    var seen: Set<Unicode.Scalar> = []
    for number in 0..<81 {
      var arms = Arms()
      for (place, direction) in zip([1, 3, 9, 27], Arms.Direction.allCases) {
        if let weight = Weight(rawValue: UInt8(number / place % 3)) {
          arms.insert(direction, weight: weight)
        }
      }
      let glyph = arms.glyph()
      #expect(seen.insert(glyph).inserted)
      if number > 0 { #expect((0x2500...0x257F).contains(glyph.value)) }
      #expect(arms.glyph(.ascii).isASCII)
    }
  }

  @Test(
    arguments: [
      ([.left, .right], "─"), ([.up, .down], "│"), ([.right, .down], "┌"), ([.left, .down], "┐"),
      ([.right, .up], "└"), ([.left, .up], "┘"), ([.up, .down, .right], "├"),
      ([.up, .down, .left], "┤"), ([.left, .right, .down], "┬"), ([.left, .right, .up], "┴"),
      ([.left, .right, .up, .down], "┼"),
    ] as [([Arms.Direction], Unicode.Scalar)])
  func `light arms look like this`(directions: [Arms.Direction], glyph: Unicode.Scalar) {
    #expect(Arms(directions).glyph() == glyph)
  }

  @Test func `arms of two weights meet in one glyph`() {
    var arms = Arms([.up, .down])
    arms.insert(.right, weight: .heavy)
    #expect(arms.glyph() == "┝")
    arms.insert(.right, weight: .light)
    #expect(arms.glyph() == "┝")
  }
}
