import Foundation

/// A virtual environment of Python under `.build`, with what the tests import.
///
/// It is made once, from PyPI, and made again when the list of packages changes.
struct PythonEnvironment: Sendable {
  /// The interpreter.
  let python: URL

  /// The environment, or nil, after a line on standard error that says why there is none.
  static let shared: PythonEnvironment? = {
    do {
      return try PythonEnvironment()
    } catch {
      note("the tests in Python are left out: \(error)")
      return nil
    }
  }()

  static let isThere = shared != nil
  /// PyTorch is too large to be fetched for a test: it counts where somebody has put it.
  static let hasTorch = shared?.imports("torch") ?? false

  private static let packages = ["jax[cpu]", "numpy", "micrograd"]

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private init() throws {
    let folder = Self.root.appendingPathComponent(".build/python")
    let stamp = folder.appendingPathComponent("packages.txt")
    let wanted = Self.packages.joined(separator: "\n")
    python = folder.appendingPathComponent("bin/python")
    if (try? String(contentsOf: stamp, encoding: .utf8)) == wanted { return }
    Self.note("making .build/python with \(Self.packages.joined(separator: ", "))")
    try Self.demand(
      try Command.run("/usr/bin/env", ["python3", "-m", "venv", "--clear", folder.path]))
    try Self.demand(
      try Command.run(
        python.path,
        ["-m", "pip", "install", "--quiet", "--retries", "2", "--timeout", "30"] + Self.packages))
    try wanted.write(to: stamp, atomically: true, encoding: .utf8)
  }

  func imports(_ module: String) -> Bool {
    (try? Command.run(python.path, ["-c", "import \(module)"]).status) == 0
  }

  /// Why there is no environment: the last line of what a command said.
  private struct Obstacle: Error, CustomStringConvertible {
    let description: String
  }

  private static func demand(_ outcome: Command.Outcome) throws {
    guard outcome.status != 0 else { return }
    let lines = (outcome.output + outcome.errors).split(separator: "\n")
    throw Obstacle(description: lines.last.map(String.init) ?? "status \(outcome.status)")
  }

  private static func note(_ text: String) {
    FileHandle.standardError.write(Data("PythonTests: \(text)\n".utf8))
  }
}
