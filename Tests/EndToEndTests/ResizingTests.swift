import Testing

@Suite struct ResizingTests {
  @Test func `any size from 1x1 to 300x100 is survived, and the picture comes back`() throws {
    let session = try Session()
    let picture = session.text
    for (columns, rows) in [(1, 1), (2, 300), (300, 1), (5, 3), (300, 100), (79, 24), (20, 5)] {
      session.resize(columns: columns, rows: rows)
      session.settle(milliseconds: 30)
    }
    session.resize(columns: 80, rows: 24)
    session.emulator.write(Array("\u{1b}[2J".utf8))
    session.press(.control("l"))
    try session.wait(until: "the picture as it was") { $0.text == picture }
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.isRestored)
  }

  @Test(arguments: [(60, 20), (120, 40), (200, 50)])
  func `the picture fills the new size`(columns: Int, rows: Int) throws {
    let session = try Session()
    session.resize(columns: columns, rows: rows)
    try session.wait(until: "keys in the last line, the track at the right of the first") {
      !$0.emulator.line(rows - 1).isEmpty && $0.emulator.line(0).count > columns - 4
    }
  }

  @Test(arguments: [(1, 1), (1, 24), (80, 1), (300, 100), (500, 200)])
  func `it starts and quits at any size`(columns: Int, rows: Int) throws {
    let session = try Session(
      Program(arguments: [Program.scene("chain.txt")]), columns: columns, rows: rows)
    try session.wait(until: "the screen") { $0.emulator.isAlternateScreen }
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.isRestored)
  }

  @Test func `thirty quick resizes end in a picture of the last size`() throws {
    let session = try Session()
    let picture = session.text
    for step in 1...30 { session.resize(columns: 80 + step, rows: 24 + step) }
    session.resize(columns: 80, rows: 24)
    session.settle(milliseconds: 60)
    session.press(.control("l"))
    try session.wait(until: "the picture as it was") { $0.text == picture }
  }
}
