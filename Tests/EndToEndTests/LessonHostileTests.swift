import Foundation
import Testing

/// Text from a file never acts on the terminal: not on the screen, not in a diagnostic.
@Suite struct LessonHostileTests {
  /// Each would do something: change the title, ring, clear, answer, hide or turn text around.
  static let dangers: [String] = [
    "\u{1b}]0;owned\u{7}", "\u{1b}[2J", "\u{1b}c", "\u{1b}P$qm\u{1b}\\", "\u{7}", "\u{8}", "\u{7f}",
    "\u{9b}31m", "\u{9d}0;owned\u{9c}", "\u{85}", "\u{202e}", "\u{2066}", "\u{200e}", "\u{200b}",
    "\u{2060}", "\u{feff}", "\u{ad}", "\u{e0041}",
  ]

  private static let all = dangers.joined(separator: "x")

  /// Everything our program itself may send is ESC with a known continuation; a danger's own
  /// bytes never are among it.
  private func expectHarmless(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for danger in Self.dangers where danger.unicodeScalars.first != "\u{1b}" {
      for scalar in danger.unicodeScalars where !scalar.isASCII || scalar.value < 0x20 {
        // What ends a line, sets a tab or moves back one cell is the screen library's own.
        if [0x07, 0x08].contains(scalar.value), danger.count > 1 { continue }
        let isSent = text.unicodeScalars.contains(scalar)
        #expect(!isSent || scalar == "\u{8}", "U+\(String(scalar.value, radix: 16)) was sent")
      }
    }
    for sequence in ["\u{1b}]", "\u{1b}c", "\u{1b}P", "owned\u{7}"] {
      #expect(!text.contains(sequence))
    }
  }

  private var scene: String {
    """
    # title \(Self.all)
    # about \(Self.all)
    x = 2   # note \(Self.all)
    L = x * x  # \(Self.all)

    """
  }

  @Test(arguments: [(80, 24), (120, 40), (300, 100)])
  func `in comments, the title and the file's name it is shown, and does nothing`(
    columns: Int, rows: Int
  ) throws {
    let file = try TemporaryScene(scene, name: "bad\u{1b}]0;owned\u{7}\u{202e}\u{9b}2J.txt")
    let session = try Session(file, columns: columns, rows: rows)
    session.pressInTurn("n", "n", "n", .end, "v", "i", "v", "i", "w")
    try session.select("x")
    try session.edit(to: "3")
    session.pressInTurn("w", "q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(String(decoding: session.received, as: UTF8.self).contains("\\u{1B}"))
    expectHarmless(session.received)
  }

  @Test func `where a number or a name should be it comes back in a harmless diagnostic`() throws {
    for danger in Self.dangers {
      let file = try TemporaryScene(
        "x\(danger)y = 1\nL = \(danger) + x\n", name: "bad\(danger).txt")
      let result = try Program(arguments: ["eval", file.path]).output()
      #expect(result.ending == .exited(65))
      expectHarmless(Array(result.text.utf8))
      #expect(!result.text.contains("\u{1b}"))
    }
  }

  @Test func `mistakes of a file that changed are shown without harm`() throws {
    let file = try TemporaryScene()
    let session = try Session(file)
    try file.write("x = \(Self.all)\nL = x\n")
    try session.wait(forText: "error:")
    expectHarmless(session.received)
  }

  @Test func `a search or a number that is typed in control characters does nothing`() throws {
    let session = try Session(try TemporaryScene())
    try session.select("x")
    session.press("e")
    session.paste(Self.dangers.filter { !$0.contains("\u{1b}") }.joined())
    session.press(.enter)
    session.settle(milliseconds: 40)
    expectHarmless(session.received)
    #expect(session.bottom.hasPrefix(" x = "))
  }
}
