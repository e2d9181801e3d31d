import CPTY
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which terminals are taken, and what happens without one.
@Suite struct StartingTests {
  private let chain = Program.scene("chain.txt")

  @Test func `without a terminal it prints text`() throws {
    let result = try Program(arguments: [chain]).output()
    #expect(result.ending == .exited(0))
    #expect(!result.text.isEmpty)
    #expect(!result.text.contains("\u{1b}"))
  }

  @Test(arguments: ["dumb", "no-such-terminal", ""])
  func `a terminal that cannot move its cursor gets text`(name: String) throws {
    let session = try Session(Program(arguments: [chain], environment: ["TERM": name]))
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.text.contains { !$0.isWhitespace })
    #expect(session.isRestored)
  }

  @Test(arguments: ["xterm", "xterm-256color", "screen", "tmux-256color", "linux", "vt100", "ansi"])
  func `the usual terminals get a picture and have it taken away`(name: String) throws {
    let session = try Session(environment: ["TERM": name, "TERMINFO_DIRS": nil])
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.isCooked && session.emulator.isCursorVisible)
  }

  @Test func `keys come from the terminal when the scene comes from a pipe`() throws {
    var ends: [Int32] = [0, 0]
    #expect(cpty_pipe(&ends))
    write(ends[1], "x = 3\nL = x * x\n", 16)
    close(ends[1])
    let session = try Session(
      Program(arguments: ["-"]), streams: cpty_streams(input: ends[0], output: -1, errors: -1))
    close(ends[0])
    try session.wait(until: "the first picture", \.hasPicture)
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.isRestored)
  }

  @Test func `without UTF-8 the picture is ASCII`() throws {
    let session = try Session(environment: ["LC_ALL": "C"])
    let isASCII = session.text.utf8.allSatisfy { $0 < 0x80 }
    #expect(isASCII)
    let asked = try Session(arguments: [Program.scene("chain.txt"), "--ascii"])
    #expect(session.text == asked.text)
  }

  @Test func `no run of equal characters is left to the terminal to repeat`() throws {
    let session = try Session(environment: ["LC_ALL": "C"])
    #expect(!session.emulator.hasRepeated)
  }

  @Test func `a UTF-8 locale that is not installed still draws lines`() throws {
    let missing = try Session(environment: ["LC_ALL": "xx_YY.UTF-8"])
    let installed = try Session()
    #expect(missing.text == installed.text)
  }

  @Test func `NO_COLOR leaves every cell in the terminal's own colours`() throws {
    let session = try Session(environment: ["NO_COLOR": "1"])
    #expect(!session.emulator.isColored)
    let colored = try Session()
    try colored.press("n", until: "a step") { $0.contains("step 1 of") || $0.contains("1 of ") }
    #expect(colored.emulator.isColored)
  }

  @Test func `idle uses no processor time`() throws {
    let session = try Session()
    let before = session.usage.processorSeconds
    usleep(2_000_000)
    #expect(session.usage.processorSeconds - before < 0.015)
  }
}
