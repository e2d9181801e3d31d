import Foundation

/// Another program, run to its end.
enum Subprocess {
  /// What it writes to standard output.
  ///
  /// - Parameter timeout: after so many seconds it is ended and nil returned.
  static func run(
    _ program: String, _ arguments: [String], input: String = "", timeout: Double = .infinity
  ) throws -> String? {
    let process = Process()
    let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = standardError
    try process.run()
    let watch = Watch(process, timeout: timeout)
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    let message = standardError.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if watch.hasEnded() { return nil }
    guard process.terminationStatus == 0 else {
      let lines = String(decoding: message, as: UTF8.self).split(separator: "\n")
      throw Disagreement(description: lines.last.map(String.init) ?? "\(program) failed")
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The script of that name beside these sources.
  static func script(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name).path
  }
}

/// Ends a process that takes too long.
private final class Watch: @unchecked Sendable {
  private let lock = NSLock()
  private var isLate = false

  init(_ process: Process, timeout: Double) {
    guard timeout < .infinity else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + timeout) { [weak self] in
      guard let self, process.isRunning else { return }
      lock.withLock { isLate = true }
      process.terminate()
    }
  }

  func hasEnded() -> Bool { lock.withLock { isLate } }
}
