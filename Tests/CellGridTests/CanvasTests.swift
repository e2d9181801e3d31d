import CellGrid
import Testing

struct CanvasTests {
  private func canvas(_ width: Int, _ height: Int = 1) -> Canvas {
    Canvas(size: Size(width: width, height: height))
  }

  @Test func `writing returns the columns taken and stays inside`() {
    var canvas = canvas(6, 2)
    #expect(canvas.write("data", at: .zero) == 4)
    #expect(canvas.write("gradient", at: Point(column: 2, row: 1)) == 4)
    #expect(canvas.text == "data\n  grad")
    #expect(canvas.write("x", at: Point(column: 0, row: 9)) == 0)
    #expect(canvas.write("abc", at: Point(column: -2, row: 0)) == 3)
    #expect(canvas.text == "cata\n  grad")
  }

  @Test func `half of a wide character is a space`() {
    var canvas = canvas(4)
    canvas.write("a日本", at: .zero)
    #expect(canvas.text == "a日")
    #expect(canvas[2, 0].isContinuation)
    canvas.write("x", at: Point(column: 2, row: 0))
    #expect(canvas.text == "a x")
    canvas.write("日", at: Point(column: 0, row: 0))
    canvas.write("y", at: Point(column: 0, row: 0))
    #expect(canvas.text == "y x")
    canvas.write("日z", at: Point(column: -1, row: 0))
    #expect(canvas.text == " zx")
  }

  @Test func `a clipped copy never cuts a wide character`() {
    var wide = canvas(6)
    wide.write("日本語", at: .zero)
    var target = canvas(8)
    target.fill(target.bounds, with: ".")
    target.draw(
      wide, at: Point(column: 1, row: 0), within: Rect(column: 2, row: 0, width: 4, height: 1))
    #expect(target.text == ".. 本 ..")
    var back = canvas(8)
    back.write("日本語言", at: .zero)
    back.draw(canvas(2), at: Point(column: 3, row: 0))
    #expect(back.text == "日    言")
  }

  @Test func `clusters of several scalars take one place`() {
    var canvas = canvas(8)
    canvas.write("x\u{302}é👍🏽|", at: .zero)
    #expect(canvas.text == "x\u{302}é👍🏽|")
    #expect(canvas[0, 0].character == "x\u{302}")
    #expect(canvas[4, 0].character == "|")
    var runs: [String] = []
    canvas.forEachRun(row: 0) { column, scalars, _ in
      runs.append("\(column):" + String(String.UnicodeScalarView(scalars)))
    }
    #expect(runs == ["0:x\u{302}é👍🏽|   "])
  }

  @Test func `control characters cannot reach a terminal`() {
    var canvas = canvas(4)
    canvas.write("a\u{1B}\n\u{7F}", at: .zero)
    #expect(canvas.text == "a���")
  }

  @Test func `a row is handed out in runs of one role`() {
    var canvas = canvas(6)
    let loud = Role(rawValue: 3)
    canvas.write("ab", at: .zero)
    canvas.write("cd", at: Point(column: 2, row: 0), role: loud)
    var runs: [String] = []
    canvas.forEachRun(row: 0) { column, scalars, role in
      runs.append("\(column) \(String(String.UnicodeScalarView(scalars))) \(role.rawValue)")
    }
    #expect(runs == ["0 ab 0", "2 cd 3", "4    0"])
    #expect(canvas.roleText { $0 == loud ? "!" : " " } == "  !!")
    canvas.restyle(canvas.bounds, role: loud)
    #expect(canvas.roleText { $0 == loud ? "!" : " " } == "!!!!!!")
  }

  @Test func `equality sees characters, not the order they came in`() {
    var one = canvas(2)
    one.write("x\u{302}y\u{302}", at: .zero)
    var other = canvas(2)
    other.write("y\u{302}", at: Point(column: 1, row: 0))
    #expect(one != other)
    other.write("x\u{302}", at: .zero)
    #expect(one == other)
  }

  @Test func `an empty canvas is total`() {
    var canvas = canvas(0, 0)
    canvas.write("x", at: .zero)
    canvas.fill(canvas.bounds, with: "x")
    canvas.draw(canvas, at: .zero)
    canvas.forEachRun(row: 0) { _, _, _ in Issue.record("no rows") }
    #expect(canvas.text.isEmpty)
    #expect(canvas[3, 3] == .blank)
  }
}
