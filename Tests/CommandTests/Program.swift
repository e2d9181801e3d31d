import Foundation

/// The built program, run as a user runs it.
struct Program {
  /// What it left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Beside the test runner, whatever the configuration.
  private static let executable = URL(
    fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  ).deletingLastPathComponent().appendingPathComponent("backprop-tui")

  /// Output goes to files, because a full pipe would stop the program.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try withTemporaryFolder { folder in
      let inputFile = folder.appendingPathComponent("input")
      let outputFile = folder.appendingPathComponent("output")
      let errorFile = folder.appendingPathComponent("errors")
      try input.write(to: inputFile, atomically: false, encoding: .utf8)
      for file in [outputFile, errorFile] { try Data().write(to: file) }

      let process = Process()
      process.executableURL = executable
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment
        .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }.merging(environment) { $1 }
      process.standardInput = try FileHandle(forReadingFrom: inputFile)
      process.standardOutput = try FileHandle(forWritingTo: outputFile)
      process.standardError = try FileHandle(forWritingTo: errorFile)
      try process.run()
      process.waitUntilExit()
      return Outcome(
        status: process.terminationReason == .exit ? process.terminationStatus : -1,
        output: try String(contentsOf: outputFile, encoding: .utf8),
        errors: try String(contentsOf: errorFile, encoding: .utf8))
    }
  }

  /// Runs a line of the shell with the program as `$PROGRAM`.
  static func shell(_ line: String) throws -> Outcome {
    try withTemporaryFolder { folder in
      let outputFile = folder.appendingPathComponent("output")
      let errorFile = folder.appendingPathComponent("errors")
      for file in [outputFile, errorFile] { try Data().write(to: file) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-o", "pipefail", "-c", line]
      process.environment = ProcessInfo.processInfo.environment
        .merging(["PROGRAM": executable.path, "SWIFT_BACKTRACE": "enable=no"]) { $1 }
      process.standardOutput = try FileHandle(forWritingTo: outputFile)
      process.standardError = try FileHandle(forWritingTo: errorFile)
      try process.run()
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus,
        output: try String(contentsOf: outputFile, encoding: .utf8),
        errors: try String(contentsOf: errorFile, encoding: .utf8))
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

/// The scenes of the source tree.
enum SceneFiles {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("scenes")

  static let paths =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".txt") }.sorted().map { folder.appendingPathComponent($0).path } ?? []

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}
