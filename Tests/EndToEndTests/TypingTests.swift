import Testing

/// What is typed, pasted or sent by the terminal itself.
@Suite struct TypingTests {
  @Test func `a paste runs no commands`() throws {
    let session = try Session()
    let start = session.emulator.line(0)
    session.paste("nnqqq\rq")
    session.settle(milliseconds: 60)
    #expect(session.emulator.line(0) == start, "the header names the step")
    session.press("n")
    try session.wait(until: "the next step") { $0.emulator.line(0) != start }
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test(arguments: [
    "\u{1b}[99~", "\u{1b}[1;5q", "\u{1b}Oq", "\u{1b}]52;c;qqq\u{7}",
    "\u{1b}P1$rq\u{1b}\\", "\u{1b}[?1;2q", "\u{1b}[<2;1;1M\u{1b}[<2;1;1m", "\u{1b}[Mqqq",
  ])
  func `an unknown sequence is swallowed whole`(sequence: String) throws {
    let session = try Session()
    let picture = session.text
    session.send(sequence)
    session.settle(milliseconds: 60)
    #expect(session.text == picture)
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func `Esc and the key after it count both when they come together`() throws {
    let session = try Session()
    session.press("/", "w")
    try session.wait(until: "a search") { $0.bottom.contains("1/") }
    session.send("\u{1b}n")
    try session.wait(until: "the first step") { $0.isAt(step: 1) && !$0.bottom.contains("/w") }
    session.send("\u{1b}q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func `a sequence that arrives in two parts is still one`() throws {
    let session = try Session()
    session.send("\u{1b}[1;5")
    session.settle(milliseconds: 60)
    session.send("q")
    session.settle(milliseconds: 60)
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func `Ctrl-L sends the whole picture`() throws {
    let session = try Session()
    let picture = session.text
    session.emulator.write(Array("\u{1b}[2J\u{1b}[Hgarbage".utf8))
    session.press(.control("l"))
    try session.wait(until: "the picture as it was") { $0.text == picture }
  }

  @Test func `a held key costs no more pictures than can be shown`() throws {
    let session = try Session()
    session.send(String(repeating: "\u{1b}[6~", count: 2000))
    session.settle(milliseconds: 100)
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
  }
}
