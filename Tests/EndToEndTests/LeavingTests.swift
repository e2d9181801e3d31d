import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Every way out gives the terminal back.
@Suite struct LeavingTests {
  @Test func `the program takes the terminal while it runs`() throws {
    let session = try Session()
    #expect(session.emulator.isAlternateScreen)
    #expect(session.emulator.isPasteBracketed)
    #expect(!session.emulator.isCursorVisible)
    #expect(!session.isCooked)
  }

  @Test func `q quits, and the terminal is as it was`() throws {
    let session = try Session()
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.isRestored)
  }

  @Test func `Ctrl-C quits, and the terminal is as it was`() throws {
    let session = try Session()
    session.press(.control("c"))
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.isRestored)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func `a signal that ends programs ends this one, after the terminal is restored`(
    signal: Int32
  ) throws {
    let session = try Session()
    session.signal(signal)
    #expect(try session.waitForEnd() == .signalled(signal))
    #expect(session.isRestored)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP])
  func `a crash restores the terminal first`(signal: Int32) throws {
    let session = try Session()
    session.signal(signal)
    #expect(try session.waitForEnd() == .signalled(signal))
    #expect(session.isRestored)
  }

  @Test func `a terminal that is closed ends the program at once`() throws {
    let session = try Session()
    session.hangUp()
    _ = try session.waitForEnd(seconds: 1)
  }

  @Test func `a terminal that is closed ends it even where the hang-up signal is ignored`() throws {
    let shell = Program(
      path: "/bin/sh",
      arguments: ["-c", "trap '' HUP; exec \(Program.ours) \(Program.scene("chain.txt"))"])
    let session = try Session(shell)
    try session.wait(until: "the first picture", \.hasPicture)
    session.hangUp()
    _ = try session.waitForEnd(seconds: 1)
  }

  @Test func `what is written to standard error meanwhile is shown afterwards`() throws {
    let session = try Session()
    let errors = open("/proc/\(session.process)/fd/2", O_WRONLY)
    #expect(errors >= 0)
    write(errors, "a late word\n", 12)
    close(errors)
    session.settle()
    #expect(!session.text.contains("a late word"))
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.text.contains("a late word"))
  }

  @Test func `a word on standard error survives a crash`() throws {
    let session = try Session()
    let errors = open("/proc/\(session.process)/fd/2", O_WRONLY)
    write(errors, "last words\n", 11)
    close(errors)
    session.signal(SIGABRT)
    #expect(try session.waitForEnd() == .signalled(SIGABRT))
    #expect(session.text.contains("last words"))
  }
}
