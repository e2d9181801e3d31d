import CPTY

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program in a pseudo-terminal, with an emulator at the other end.
///
///     let session = try Session(arguments: [Program.scene("chain.txt")])
///     try session.press(.right, until: "step 1") { $0.contains("1 of") }
///     session.press("q")
///     #expect(try session.waitForEnd() == .exited(0))
final class Session {
  let process: pid_t
  let emulator: Emulator
  private var otherEnd: Int32
  /// Everything the program has sent.
  private(set) var received: [UInt8] = []
  private var ending: Ending?

  /// How long anything may take before a test gives up.
  static let patience = 5.0

  /// Starts our program, unless `program` names another, and waits for its first picture.
  convenience init(
    arguments: [String] = [Program.scene("chain.txt")], environment: [String: String?] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws {
    try self.init(
      Program(arguments: arguments, environment: environment), columns: columns, rows: rows)
    try wait(until: "the first picture", \.hasPicture)
  }

  init(
    _ program: Program, columns: Int = 80, rows: Int = 24,
    streams: cpty_streams = cpty_streams(input: -1, output: -1, errors: -1)
  ) throws {
    var end: Int32 = -1
    process = program.started {
      cpty_spawn($0, $1, $2, Int32(columns), Int32(rows), streams, &end)
    }
    guard process > 0, let emulator = Emulator(columns: columns, rows: rows) else {
      throw SessionError.cannotStart
    }
    otherEnd = end
    self.emulator = emulator
  }

  deinit {
    hangUp()
    guard ending == nil else { return }
    kill(process, SIGKILL)
    _ = try? Ending.wait(for: process, seconds: 2)
  }

  /// The screen as lines.
  var text: String { emulator.text }

  /// Whether keys are echoed and lines edited again, as the shell left it.
  var isCooked: Bool { cpty_is_cooked(otherEnd) }

  /// Whether our program shows something from the first line to the last, which lists the keys.
  var hasPicture: Bool {
    emulator.isPasteBracketed && !emulator.line(0).isEmpty
      && !emulator.line(emulator.rows - 1).isEmpty
  }

  private var modes: String {
    """
    cooked \(isCooked) · alternate screen \(emulator.isAlternateScreen) · cursor \
    \(emulator.isCursorVisible) · mouse \(emulator.isMouseCaptured) · paste \
    \(emulator.isPasteBracketed)
    """
  }

  /// Whether nothing of the program is left on the terminal.
  var isRestored: Bool {
    isCooked && !emulator.isAlternateScreen && emulator.isCursorVisible
      && !emulator.isMouseCaptured && !emulator.isPasteBracketed
  }
}

extension Session {
  func press(_ keys: Keystroke...) { for key in keys { send(key.bytes) } }

  /// Presses a key and waits for what it brings.
  func press(
    _ key: Keystroke, until what: String, _ holds: (String) -> Bool
  ) throws {
    press(key)
    try wait(until: what) { holds($0.text) }
  }

  /// Presses keys one after the other, each when the picture of the one before is there.
  func pressInTurn(_ keys: Keystroke...) {
    for key in keys {
      press(key)
      // After Esc a program waits for the rest of a sequence.
      settle(milliseconds: key.bytes == Keystroke.escape.bytes ? 90 : 25)
    }
  }

  /// What the terminal sends when text is pasted.
  func paste(_ text: String) {
    send(emulator.isPasteBracketed ? "\u{1b}[200~\(text)\u{1b}[201~" : text)
  }

  func click(column: Int, row: Int) {
    guard emulator.isMouseCaptured else { return }
    send("\u{1b}[<0;\(column + 1);\(row + 1)M\u{1b}[<0;\(column + 1);\(row + 1)m")
  }

  func doubleClick(column: Int, row: Int) {
    click(column: column, row: row)
    click(column: column, row: row)
  }

  func wheel(isUp: Bool, column: Int, row: Int) {
    guard emulator.isMouseCaptured else { return }
    send("\u{1b}[<\(isUp ? 64 : 65);\(column + 1);\(row + 1)M")
  }

  /// A raw sequence, for what no key stands for.
  func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(otherEnd, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
      receive(forMilliseconds: 0)
    }
  }

  func resize(columns: Int, rows: Int) {
    emulator.resize(columns: columns, rows: rows)
    _ = cpty_resize(otherEnd, Int32(columns), Int32(rows))
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Closes our end, as a terminal window that is closed.
  func hangUp() {
    if otherEnd >= 0 { close(otherEnd) }
    otherEnd = -1
  }
}

extension Session {
  /// Reads until the claim holds, and still holds when the output has come to rest: a picture that
  /// is still arriving does not count.
  func wait(until what: String, _ holds: (Session) -> Bool) throws {
    let deadline = Self.now + Self.patience
    while Self.now < deadline {
      receive(forMilliseconds: 10)
      if holds(self) {
        settle()
        if holds(self) { return }
      }
    }
    throw SessionError.neverHappened(what, screen: text + "\n" + modes)
  }

  func wait(forText wanted: String) throws {
    try wait(until: "“\(wanted)” on the screen") { $0.text.contains(wanted) }
  }

  /// Reads until nothing has come for a while.
  func settle(milliseconds: Int32 = 15) {
    while receive(forMilliseconds: milliseconds) {}
  }

  /// Reads to the end of the output and returns how the program ended.
  func waitForEnd(seconds: Double = patience) throws -> Ending {
    let deadline = Self.now + seconds
    while Self.now < deadline {
      receive(forMilliseconds: 2)
      if let ending = ending ?? Ending(process) {
        self.ending = ending
        settle(milliseconds: 2)
        return ending
      }
    }
    throw SessionError.stillRunning
  }

  /// Takes one portion of output; false when there was none.
  @discardableResult
  private func receive(forMilliseconds time: Int32) -> Bool {
    var source = pollfd(fd: otherEnd, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, time) > 0 else { return false }
    var part = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(otherEnd, &part, part.count)
    guard count > 0 else {
      usleep(UInt32(max(0, time)) * 100)
      return false
    }
    received += part[..<count]
    emulator.write(Array(part[..<count]))
    let answer = emulator.answer()
    if !answer.isEmpty { _ = write(otherEnd, answer, answer.count) }
    return true
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds of processor time the program has used, and its resident memory in bytes.
  var usage: (processorSeconds: Double, residentBytes: Int) {
    let fields =
      Self.file("/proc/\(process)/stat").split(separator: ")").last?
      .split(separator: " ").map(String.init) ?? []
    let pages = Self.file("/proc/\(process)/statm").split(separator: " ").dropFirst().first
    let ticks = (fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0)
    return (
      Double(ticks) / Double(sysconf(Int32(_SC_CLK_TCK))),
      (pages.flatMap { Int($0) } ?? 0) * sysconf(Int32(_SC_PAGESIZE))
    )
  }

  private static func file(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var part = [UInt8](repeating: 0, count: 4096)
    return String(decoding: part[..<max(0, read(descriptor, &part, part.count))], as: UTF8.self)
  }
}
