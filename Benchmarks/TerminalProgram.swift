import CPTY

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program in a pseudo-terminal, of which only the bytes and their times matter.
struct TerminalProgram: ~Copyable {
  let process: pid_t
  private let otherEnd: Int32
  private let start: Double

  /// What came until the program fell silent.
  struct Output {
    var bytes: [UInt8] = []
    /// From the start or the key to the last byte.
    var seconds = 0.0
  }

  init(_ path: String, _ arguments: [String], columns: Int, rows: Int) throws {
    let environment = [
      "PATH=/usr/bin:/bin", "TERM=xterm-256color", "LC_ALL=C.UTF-8", "HOME=/nonexistent",
    ]
    let words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var end: Int32 = -1
    start = Self.now
    process = cpty_spawn(
      path, words, variables, Int32(columns), Int32(rows),
      cpty_streams(input: -1, output: -1, errors: -1), &end)
    guard process > 0 else { throw Disagreement(description: "\(path) could not be started") }
    otherEnd = end
  }

  deinit {
    close(otherEnd)
    kill(process, SIGKILL)
    while cpty_ending(process) == -1000 { usleep(200) }
  }

  /// Everything up to the first picture's last byte.
  ///
  /// - Parameters:
  ///   - patience: the milliseconds until its first byte.
  ///   - silence: the milliseconds after its last byte.
  func firstPicture(patience: Int32 = 1000, silence: Int32 = 100) -> Output {
    output(since: start, silence: silence, patience: patience)
  }

  /// What a key brings.
  func press(_ key: String, patience: Int32 = 1000) -> Output {
    let bytes = Array(key.utf8)
    let moment = Self.now
    guard write(otherEnd, bytes, bytes.count) == bytes.count else { return Output() }
    return output(since: moment, silence: 15, patience: patience)
  }

  /// Reads until nothing has come for so many milliseconds.
  private func output(
    since moment: Double, silence: Int32, patience: Int32
  ) -> Output {
    var output = Output()
    var part = [UInt8](repeating: 0, count: 1 << 16)
    var source = pollfd(fd: otherEnd, events: Int16(POLLIN), revents: 0)
    // The first byte may take its time; a second is no start and no step.
    while poll(&source, 1, output.bytes.isEmpty ? patience : silence) > 0 {
      let count = read(otherEnd, &part, part.count)
      guard count > 0 else { break }
      output.seconds = Self.now - moment
      output.bytes.append(contentsOf: part[..<count])
    }
    return output
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

extension TerminalProgram {
  /// Resident memory in MiB, from the kernel's own count.
  var residentMegabytes: Double {
    let line = Self.file("/proc/\(process)/status").split(separator: "\n")
      .first { $0.hasPrefix("VmRSS:") }
    let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
    return (kilobytes.flatMap { Double($0) } ?? .nan) / 1024
  }

  /// Ticks of processor time used so far, user and system.
  var processorTicks: Int {
    // After the name in parentheses the third field on counts from 3.
    let fields = Self.file("/proc/\(process)/stat").split(separator: ")").last?
      .split(separator: " ").map { Int($0) ?? 0 }
    guard let fields, fields.count > 12 else { return 0 }
    return fields[11] + fields[12]
  }

  private static func file(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var part = [UInt8](repeating: 0, count: 4096)
    return String(decoding: part[..<max(0, read(descriptor, &part, part.count))], as: UTF8.self)
  }
}
