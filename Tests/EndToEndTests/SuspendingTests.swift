import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ctrl-Z and `fg`, through a shell with job control.
@Suite struct SuspendingTests {
  private func shell(
    running command: String = "\(Program.ours) \(Program.scene("chain.txt"))"
  ) throws -> Session {
    let session = try Session(
      Program(
        path: "/bin/bash", arguments: ["--norc", "--noprofile", "--noediting", "-i"],
        environment: ["PS1": "ready> "]))
    try session.wait(forText: "ready>")
    session.send(command + "\r")
    try session.wait(until: "the first picture", \.hasPicture)
    return session
  }

  @Test func `Ctrl-Z gives the shell its terminal, and fg brings the whole picture back`() throws {
    let session = try shell()
    let picture = session.text
    session.press(.control("z"))
    try session.wait(until: "the shell") { $0.isRestored && $0.text.contains("Stopped") }
    session.send("echo in between\r")
    try session.wait(until: "the command's output") { $0.text.contains("\nin between") }
    session.send("fg\r")
    try session.wait(until: "the picture as it was") {
      $0.emulator.isAlternateScreen && $0.text == picture
    }
    #expect(session.emulator.isPasteBracketed && !session.emulator.isCursorVisible)
    session.press("q")
    try session.wait(until: "the shell again") { $0.isRestored }
  }

  @Test(arguments: 1...3)
  func `a program that waits for this one, like make, stops as well`(repetition: Int) throws {
    let ours = "\(Program.ours) \(Program.scene("chain.txt"))"
    let session = try shell(running: "sh -c '\(ours); true'")
    let picture = session.text
    session.press(.control("z"))
    try session.wait(until: "the shell") { $0.isRestored && $0.text.contains("Stopped") }
    session.send("fg\r")
    try session.wait(until: "the picture as it was") {
      $0.emulator.isAlternateScreen && $0.text == picture
    }
  }

  @Test func `a window resized meanwhile gets a picture of its size`() throws {
    let session = try shell()
    session.press(.control("z"))
    try session.wait(until: "the shell") { $0.isRestored && $0.text.contains("Stopped") }
    session.resize(columns: 40, rows: 10)
    session.send("fg\r")
    try session.wait(until: "a picture") { $0.emulator.isAlternateScreen && !$0.text.isEmpty }
    let resumed = session.text
    session.press(.control("l"))
    session.settle(milliseconds: 50)
    #expect(session.text == resumed)
  }

  @Test func `a stop that cannot be caught is repainted on the way back`() throws {
    let session = try Session()
    let picture = session.text
    session.signal(SIGSTOP)
    usleep(20_000)
    session.emulator.write(Array("\u{1b}[2Jgarbage\u{1b}[?2004l".utf8))
    session.signal(SIGCONT)
    try session.wait(until: "the picture as it was") {
      $0.text == picture && $0.emulator.isPasteBracketed
    }
  }
}
