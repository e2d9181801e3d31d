import Testing

/// Walking a lesson forward and back, by every key that does it.
@Suite struct LessonSteppingTests {
  @Test(
    arguments: [
      ("n", "N", 8), (.space, .backspace, 8), (.pageDown, .pageUp, 8), ("s", "S", 13),
      ("c", "C", 3),
    ] as [(Keystroke, Keystroke, Int)])
  func `so many steps back show what was shown before so many steps forward`(
    forward: Keystroke, back: Keystroke, count: Int
  ) throws {
    let session = try Session(try TemporaryScene())
    var screens = [session.text]
    for _ in 0..<count {
      try session.press(forward, until: "another picture") { $0 != screens.last }
      screens.append(session.text)
    }
    #expect(session.isAt(step: 13))
    for screen in screens.dropLast().reversed() {
      try session.press(back, until: "the picture before") { $0 == screen }
    }
    #expect(session.isAt(step: 0))
  }

  @Test func `every step of the chain of 80 columns is there on the way back too`() throws {
    let session = try Session()
    for step in 1...22 { try session.press("s", untilStep: step) }
    for step in (0...21).reversed() { try session.press("S", untilStep: step) }
  }

  @Test func `End and Home go to the last and to the first step`() throws {
    let session = try Session(try TemporaryScene())
    try session.press(.end, untilStep: 13)
    try session.press(.home, untilStep: 0)
    try session.press("N", until: "a reason") { $0.contains("This is the start") }
  }

  @Test func `r and R run through the steps of the selected node`() throws {
    let session = try Session(try TemporaryScene())
    try session.select("x")
    for step in [1, 9, 10, 11] { try session.press("r", untilStep: step) }
    try session.press("r", until: "a reason") { $0.contains("x has no later step of its own") }
    for step in [10, 9, 1] { try session.press("R", untilStep: step) }
    try session.press("R", until: "a reason") { $0.contains("x has no earlier step of its own") }
  }

  @Test func `playing stops at a breakpoint, goes on, and ends at the end`() throws {
    let session = try Session(try TemporaryScene())
    try session.select("a")
    try session.press("b", until: "the breakpoint") { $0.contains("Playing stops at a") }
    session.pressInTurn(">", ">", ">")
    try session.press(">", until: "the fastest pace") { $0.contains("fastest") }
    try session.press("p", until: "the stop") { $0.contains("Stopped at the breakpoint on a") }
    #expect(session.isAt(step: 3))
    // Two more stops: a contribution to a, and its final.
    try session.press("p", until: "the next stop") { _ in session.isAt(step: 7) }
    try session.press("p", until: "the next stop") { _ in session.isAt(step: 8) }
    try session.press("p", until: "the end") { _ in session.isAt(step: 13) }
    try session.press("<", until: "a slower pace") { $0.contains("Slower") }
  }

  @Test func `p pauses what it plays`() throws {
    let session = try Session(try TemporaryScene())
    session.press("p")
    try session.wait(until: "playing") { $0.emulator.line(0).contains("playing") }
    session.press("p")
    try session.wait(until: "no playing") { !$0.emulator.line(0).contains("playing") }
  }

  @Test func `arrows, letters and Tab move the selection along edges, ranks and the tape`() throws {
    let session = try Session(try TemporaryScene())
    func expectSelected(_ heading: String, after keys: Keystroke...) throws {
      for key in keys {
        session.press(key)
        try session.wait(until: "\(heading) selected") { $0.text.contains(heading) }
      }
    }
    try session.select("a")
    let (x, w, a, output) = ("x  input, line 2", "w  input, line 3", "a  line 4", "L  line 5")
    try expectSelected(output, after: .right)
    // Of two operands the one at the most similar height.
    try expectSelected(x, after: .left)
    try expectSelected(output, after: "l")
    try expectSelected(x, after: "h")
    try expectSelected(w, after: .up)
    try expectSelected(x, after: .down)
    try expectSelected(w, after: "k")
    try expectSelected(x, after: "j")
    try expectSelected(w, after: .tab)
    try expectSelected(a, after: .tab)
    try expectSelected(w, after: .backTab)
  }
}
