import CPTY

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built program, and how it is started.
struct Program {
  var path = Program.ours
  var arguments: [String] = []
  /// Added to, or where nil removed from, an environment made for tests.
  var environment: [String: String?] = [:]

  /// The program beside the test runner, whatever the build configuration.
  static let ours = directory(ofRunner: "/proc/self/exe") + "/backprop-tui"

  /// A scene that comes with the program.
  static func scene(_ name: String) -> String {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/scenes/" + name
  }

  private static func directory(ofRunner link: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = max(0, readlink(link, &buffer, buffer.count))
    let path = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
  }

  private var variables: [String] {
    var all: [String: String?] = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "/tmp",
      // The backtracer would wait for a key.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    for name in ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH"] {
      all[name] = getenv(name).map { String(cString: $0) }
    }
    all.merge(environment) { $1 }
    return all.compactMap { name, value in value.map { "\(name)=\($0)" } }.sorted()
  }

  /// Calls `start` with the path, the arguments and the environment as C wants them.
  func started<Result>(
    _ start: (
      UnsafePointer<CChar>, [UnsafeMutablePointer<CChar>?], [UnsafeMutablePointer<CChar>?]
    ) -> Result
  ) -> Result {
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = variables.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    return path.withCString { start($0, words, variables) }
  }

  /// Runs it without any terminal; what it prints, errors included, and how it ended.
  func output() throws -> (text: String, ending: Ending) {
    var ends: [Int32] = [0, 0]
    guard cpty_pipe(&ends) else { throw SessionError.cannotStart }
    let process = started { cpty_spawn_without($0, $1, $2, ends[1]) }
    close(ends[1])
    defer { close(ends[0]) }
    guard process > 0 else { throw SessionError.cannotStart }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while case let count = read(ends[0], &part, part.count), count > 0 { bytes += part[..<count] }
    return (String(decoding: bytes, as: UTF8.self), try Ending.wait(for: process, seconds: 5))
  }
}

/// How a process ended.
enum Ending: Equatable {
  case exited(Int)
  case signalled(Int32)

  init?(_ process: pid_t) {
    let code = cpty_ending(process)
    guard code != -1000 else { return nil }
    self = code < 0 ? .signalled(-code) : .exited(Int(code))
  }

  static func wait(for process: pid_t, seconds: Double) throws -> Ending {
    for _ in 0..<Int(seconds * 1000) {
      if let ending = Ending(process) { return ending }
      usleep(1000)
    }
    throw SessionError.stillRunning
  }
}

enum SessionError: Error, CustomStringConvertible {
  case cannotStart
  case stillRunning
  case neverHappened(String, screen: String)

  var description: String {
    switch self {
    case .cannotStart: "the program could not be started"
    case .stillRunning: "the program did not end"
    case .neverHappened(let what, let screen): "never happened: \(what)\nthe screen:\n\(screen)"
    }
  }
}
