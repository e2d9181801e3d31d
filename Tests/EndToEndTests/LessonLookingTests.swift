import Testing

/// What is looked at, and with what: panels, digits, help, search, mouse, and any size.
@Suite struct LessonLookingTests {
  static let sizes = [(80, 24), (120, 40)]

  @Test(arguments: ["i", "v"] as [Keystroke], sizes)
  func `a panel goes on and off again`(key: Keystroke, size: (Int, Int)) throws {
    let session = try Session(try TemporaryScene(), columns: size.0, rows: size.1)
    try session.press("n", untilStep: 1)
    let before = session.text
    try session.press(key, until: "another picture") { $0 != before }
    try session.press(key, until: "the picture before") { $0 == before }
  }

  @Test func `a large graph is cells while it is laid out, and Esc stops that`() throws {
    let lines = ["x0 = 1"] + (1...60_000).map { "x\($0) = tanh(x\($0 - 1))" }
    let scene = try TemporaryScene(lines.joined(separator: "\n"))
    let drawn = try Session(scene)
    try drawn.wait(until: "boxes") { $0.text.contains("╭ x0") }
    let stopped = try Session(scene)
    try stopped.press(.escape, until: "the layout is stopped") { $0.contains("Stopped; z") }
    try stopped.press("n", untilStep: 1)
    stopped.settle(milliseconds: 500)
    #expect(!stopped.text.contains("╭ x0") && !stopped.text.contains("Drawing"))
  }

  @Test(arguments: sizes)
  func `d shows all digits and four again`(columns: Int, rows: Int) throws {
    let scene = try TemporaryScene("x = 0.1\nL = exp(x)\n")
    let session = try Session(scene, columns: columns, rows: rows)
    session.press("n", "n")
    try session.wait(forText: "1.105")
    if columns < 100 { session.press("i") }
    session.press("d")
    try session.wait(forText: "1.1051709180756477")
    session.press("d")
    try session.wait(until: "four digits") { !$0.text.contains("1.1051709180756477") }
  }

  @Test(arguments: ["?", .f1] as [Keystroke], sizes)
  func `help lists the keys, and q closes it before it quits`(
    key: Keystroke, size: (Int, Int)
  ) throws {
    let session = try Session(try TemporaryScene(), columns: size.0, rows: size.1)
    let before = session.text
    try session.press(key, until: "the help") { $0.contains("next contribution") }
    try session.press("q", until: "the lesson") { $0 == before }
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test(arguments: sizes)
  func `search finds by name, Tab goes on, Esc goes back`(columns: Int, rows: Int) throws {
    let scene = try TemporaryScene("alpha = 1\nalpine = 2\nL = alpha * alpine\n")
    let session = try Session(scene, columns: columns, rows: rows)
    session.press("/", "a", "l")
    try session.wait(until: "two found") { $0.bottom.contains("1/2") }
    session.press(.tab, .enter, "e")
    try session.wait(until: "the second one's prompt") { $0.bottom.contains("alpine = 2") }
    session.pressInTurn(.escape, "/")
    session.send("nobody")
    try session.wait(until: "none found") { $0.bottom.contains("no match") }
    session.pressInTurn(.escape, "e")
    try session.wait(until: "the selection before") { $0.bottom.contains("alpine = 2") }
  }

  @Test func `o starts backward at the selected node, and at the scene's again`() throws {
    let session = try Session(try TemporaryScene())
    try session.press(.end, untilStep: 13)
    try session.select("a")
    try session.press("o", until: "the new output") { $0.contains("Backward starts at a.") }
    session.press(.end)
    try session.wait(forText: "∂a/∂a = 1, the seed")
    #expect(session.text.contains("no path"))
    try session.select("L")
    try session.press("o", until: "the scene's output") { $0.contains("as the scene says") }
  }

  @Test func `m gives the mouse to the terminal and takes it back`() throws {
    let session = try Session(try TemporaryScene())
    #expect(session.emulator.isMouseCaptured)
    session.press("m")
    try session.wait(until: "no mouse") { !$0.emulator.isMouseCaptured }
    session.press("m")
    try session.wait(until: "the mouse", \.emulator.isMouseCaptured)
  }

  @Test(arguments: sizes)
  func `a click selects, a double click edits, the wheel pans`(columns: Int, rows: Int) throws {
    let session = try Session(try TemporaryScene(), columns: columns, rows: rows)
    let box = try #require(session.place(of: "╭ w ─"))
    session.click(column: box.column + 2, row: box.row + 1)
    session.settle(milliseconds: 25)
    #expect(session.emulator.look(column: box.column + 2, row: box.row).isReversed)
    session.settle(milliseconds: 500)
    session.doubleClick(column: box.column + 2, row: box.row + 1)
    try session.wait(until: "the prompt") { $0.bottom.hasPrefix(" w = 0.5") }
    session.press(.escape)
    try session.wait(until: "the keys") { !$0.bottom.hasPrefix(" w = ") }
    session.wheel(isUp: true, column: box.column, row: box.row)
    try session.wait(until: "a lower picture") {
      $0.place(of: "╭ w ─")?.row == box.row + 3
    }
    try session.press(".", until: "a place in the middle") { $0.contains(" w ─") }
  }

  @Test func `a paste into the prompt is text, its line ends are blanks`() throws {
    let session = try Session(try TemporaryScene())
    try session.select("w")
    session.press("e", .control("u"))
    session.paste("1 +\r2\u{1b}[A q")
    try session.wait(until: "the text in the prompt") { $0.bottom.contains("w = 1 + 2") }
    #expect(session.bottom.hasPrefix(" w ="))
  }

  @Test func `any size in the middle of a lesson, and the picture is the same afterwards`() throws {
    let session = try Session(try TemporaryScene())
    try session.press("s", untilStep: 1)
    for step in 2...7 { try session.press("s", untilStep: step) }
    let before = session.text
    for (columns, rows) in [(1, 1), (80, 24), (24, 8), (300, 100), (3, 60), (300, 2)] {
      session.resize(columns: columns, rows: rows)
      session.settle(milliseconds: 40)
      session.press("J")
      session.settle(milliseconds: 20)
    }
    session.resize(columns: 120, rows: 40)
    session.settle(milliseconds: 40)
    session.pressInTurn(".", .control("l"))
    try session.wait(until: "the picture as it was") { $0.text == before && $0.isAt(step: 7) }
    try session.press("s", untilStep: 8)
  }
}
