import Foundation

/// Another program, run to its end.
enum Command {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program that was built, beside the test runner.
  static let program = URL(
    fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  ).deletingLastPathComponent().appendingPathComponent("backprop-tui").path

  /// Output goes to files, because a full pipe would stop the program.
  static func run(_ path: String, _ arguments: [String], input: String = "") throws -> Outcome {
    try withTemporaryFolder { folder in
      let files = ["input", "output", "errors"].map(folder.appendingPathComponent)
      try input.write(to: files[0], atomically: false, encoding: .utf8)
      for file in files.dropFirst() { try Data().write(to: file) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
      process.standardInput = try FileHandle(forReadingFrom: files[0])
      process.standardOutput = try FileHandle(forWritingTo: files[1])
      process.standardError = try FileHandle(forWritingTo: files[2])
      try process.run()
      process.waitUntilExit()
      return Outcome(
        status: process.terminationReason == .exit ? process.terminationStatus : -1,
        output: try String(contentsOf: files[1], encoding: .utf8),
        errors: try String(contentsOf: files[2], encoding: .utf8))
    }
  }

  static func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("backprop-tui-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
