import CellGrid
import Testing

struct FrameTests {
  private func drawn(_ frame: Frame, _ width: Int = 6, _ height: Int = 3) -> String {
    var canvas = Canvas(size: Size(width: width, height: height))
    canvas.draw(frame, in: canvas.bounds)
    canvas.draw(frame.output(.light), at: Point(column: width - 1, row: 1))
    canvas.draw(frame.input(.heavy), at: Point(column: 0, row: 1))
    return canvas.text
  }

  @Test(arguments: [
    (Frame.rounded, "╭────╮\n┥    ├\n╰────╯"),
    (.dotted, "┌┄┄┄┄┐\n┥    ├\n└┄┄┄┄┘"),
    (.heavy, "┏━━━━┓\n┫    ┠\n┗━━━━┛"),
    (.double, "╔════╗\n╢    ╟\n╚════╝"),
    (Frame.rounded.twin(.ascii), "+----+\n+    +\n+----+"),
    (Frame.dotted.twin(.ascii), "......\n+    +\n......"),
    (Frame.heavy.twin(.ascii), "#====#\n#    #\n#====#"),
  ])
  func `a frame and its ports`(frame: Frame, expected: String) {
    #expect(drawn(frame) == expected)
  }

  @Test func `a frame is clipped, and one too small is left out`() {
    var canvas = Canvas(size: Size(width: 5, height: 2))
    canvas.draw(.rounded, in: Rect(column: -2, row: 0, width: 5, height: 4))
    #expect(canvas.text == "──╮\n  │")
    canvas.draw(.rounded, in: Rect(column: 4, row: 0, width: 1, height: 1))
    #expect(canvas.text == "──╮\n  │")
  }

  @Test func `what is inside a frame stays`() {
    var canvas = Canvas(size: Size(width: 4, height: 3))
    canvas.write("ab", at: Point(column: 1, row: 1))
    canvas.draw(.rounded, in: canvas.bounds)
    #expect(canvas.text == "╭──╮\n│ab│\n╰──╯")
  }
}
