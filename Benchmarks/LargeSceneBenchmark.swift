import Autograd
import Foundation

/// The moons network with a hundred samples in a terminal of 120x40: 65,818 nodes, all of them
/// drawn.
enum LargeSceneBenchmark {
  private struct Row {
    let name: String
    let keys: [String]
    var mostMilliseconds = "5"
    var mostBytes = ""
  }

  private static let rows = [
    Row(name: "select in sight", keys: toAndFro("j", "k"), mostBytes: "600"),
    Row(name: "step forward", keys: [String](repeating: "n", count: 21)),
    Row(name: "to the last step", keys: ["\u{1B}[F"], mostMilliseconds: ""),
    Row(name: "step back at the end", keys: [String](repeating: "N", count: 21)),
    Row(name: "pan", keys: toAndFro("L", "J"), mostBytes: "9,000"),
    Row(name: "to cells", keys: ["z", "z"], mostMilliseconds: ""),
    Row(name: "select among cells", keys: toAndFro("j", "k"), mostBytes: "600"),
    Row(name: "step back among cells", keys: [String](repeating: "N", count: 21)),
  ]

  private static func toAndFro(_ one: String, _ other: String) -> [String] {
    (0..<20).map { $0 % 2 == 0 ? one : other }
  }

  static func measure() throws -> Table {
    var table = Table("65,818 nodes, 120x40", "median", "bytes", "most, ms", "most, bytes")
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "moons-\(ProcessInfo.processInfo.processIdentifier).txt")
    let graph = try MoonsNetwork().workload.graph()
    try graph.sceneText(output: NodeID(graph.count - 1))
      .write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let copy = try InstalledProgram()
    let program = try TerminalProgram(copy.path, [file.path], columns: 120, rows: 40)
    // The layout says how far it is after each of its passes: the first of them takes longer than this.
    let picture = program.firstPicture(patience: 60_000, silence: 15)
    guard String(decoding: picture.bytes, as: UTF8.self).contains("step 0 of") else {
      throw Disagreement(description: "the network was not drawn")
    }
    let boxes = program.firstPicture(patience: 60_000, silence: 3000)
    table.add(
      "first picture, cells", "\((picture.seconds * 1e3).brief) ms", "\(picture.bytes.count)",
      "2,000", "")
    table.add("boxes", "\((boxes.seconds * 1e3).brief) ms", "\(boxes.bytes.count)", "2,000", "")
    for row in rows { try measure(row, program, in: &table) }
    return table
  }

  private static func measure(
    _ row: Row, _ program: borrowing TerminalProgram, in table: inout Table
  ) throws {
    let frames = row.keys.map { program.press($0, patience: 60_000) }
    guard frames.allSatisfy({ !$0.bytes.isEmpty }) else {
      throw Disagreement(description: "\(row.name): a key drew nothing")
    }
    let bytes = frames.map { Double($0.bytes.count) }.median.brief
    table.add(
      row.name, "\((frames.map(\.seconds).median * 1e3).brief) ms", bytes, row.mostMilliseconds,
      row.mostBytes)
  }
}
