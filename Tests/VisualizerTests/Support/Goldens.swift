import Foundation
import Testing

/// Pictures kept as text beside the tests, for a reviewer to read.
///
/// `BACKPROP_TUI_GOLDENS=write swift test --filter VisualizerTests` writes them anew.
enum Goldens {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Frames")

  static func expect(_ name: String, _ actual: String) throws {
    let file = folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["BACKPROP_TUI_GOLDENS"] == "write" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try (actual + "\n").write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let difference = rowsThatDiffer(expected, actual + "\n")
    #expect(difference.isEmpty, "\(name):\n\(difference)")
  }

  /// Only the rows that differ, the expected one above the actual one.
  private static func rowsThatDiffer(_ expected: String, _ actual: String) -> String {
    let one = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let other = actual.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(one.count, other.count)).compactMap { row in
      let old = row < one.count ? String(one[row]) : "(no row)"
      let new = row < other.count ? String(other[row]) : "(no row)"
      return old == new ? nil : "row \(row + 1)\n- \(old)\n+ \(new)"
    }.joined(separator: "\n")
  }
}
