import CNaiveTape
import CellGrid
import Foundation
import GraphLayout

/// Our layout and Graphviz's, on graphs of automatic differentiation with boxes of one size.
enum LayoutBenchmark {
  private struct Row {
    let name: String
    let title: String
    let mostCrossings: String
    let mostTime: String
    /// How long dot may take; nil where it is not asked.
    var patience: Double? = 120
  }

  private static let rows = [
    Row(name: "expression", title: "(a*b)*(a+b)", mostCrossings: "1", mostTime: ""),
    Row(name: "neuron", title: "neuron 2-2-1", mostCrossings: "0", mostTime: ""),
    Row(name: "lecture", title: "MLP(3,[4,4,1])", mostCrossings: "43", mostTime: "10 ms"),
    Row(name: "moons", title: "MLP(2,[16,16,1])", mostCrossings: "3,251", mostTime: "dot / 3"),
    Row(
      name: "moons-4", title: "the same, 4 samples", mostCrossings: "82,816", mostTime: "dot / 10"),
    Row(name: "local-200", title: "random local 200", mostCrossings: "dot's", mostTime: "dot / 3"),
    Row(
      name: "local-1000", title: "random local 1000", mostCrossings: "dot's", mostTime: "dot / 3"),
    Row(
      name: "chain", title: "chain of 100,000", mostCrossings: "0", mostTime: "500 ms",
      patience: nil),
    Row(
      name: "moons-100", title: "MLP, 100 samples", mostCrossings: "", mostTime: "", patience: nil),
  ]

  static func measure() throws -> Table {
    var table = Table(
      "graph", "nodes / edges", "dot: crossings", "ours: by edge", "by net", "must", "dot, ms",
      "ours, ms", "must", "dot: cells", "ours: cells", "dot: length", "ours: length")
    let hasDot = (try? Subprocess.run("/usr/bin/env", ["dot", "-V"])) != nil
    if !hasDot { table.note("dot is left out: it is not installed.") }
    for row in rows { try measure(row, besideDot: hasDot, in: &table) }
    table.note(
      "Crossings by edge: every edge for itself, as in dot, which draws each alone. By net:")
    table.note("the edges of one node share a line here, and a shared line counts once.")
    table.note(memory(ofChain: try LayoutGraph(named: "chain")))
    return table
  }

  private static func measure(
    _ row: Row, besideDot: Bool, in table: inout Table
  ) throws {
    let graph = try LayoutGraph(named: row.name)
    let diagram = graph.diagram
    var drawing = Drawing?.none
    let rounds = Rounds(count: graph.nodeCount > 2_000 ? 1 : 7, [{ drawing = diagram.laidOut() }])
    guard let drawing else { return }
    let ours = LayoutFigures(drawing, of: graph)
    let patience = besideDot ? row.patience : nil
    let dot = try patience.flatMap { try self.dot(graph, patience: $0) }
    func cells(_ figures: LayoutFigures) -> String { "\(figures.columns)x\(figures.rows)" }
    table.add(
      row.title, "\(graph.nodeCount) / \(graph.edges.count)",
      dot.map { "\($0.figures.crossings.byEdge)" } ?? "", "\(ours.crossings.byEdge)",
      "\(ours.crossings.byNet)", row.mostCrossings, dot.map { ($0.seconds * 1e3).brief } ?? "",
      (rounds.median(0) * 1e3).brief, row.mostTime, dot.map { cells($0.figures) } ?? "",
      cells(ours), dot.map { $0.figures.length.brief } ?? "", ours.length.brief)
  }

  private static func dot(
    _ graph: LayoutGraph, patience: Double
  ) throws -> (figures: LayoutFigures, seconds: Double)? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("layout.dot")
    try graph.dotText.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    var seconds: [Double] = []
    var plain: String?
    for _ in 0..<(graph.nodeCount > 500 ? 1 : 5) {
      let start = Date()
      plain = try Subprocess.run(
        "/usr/bin/env", ["dot", "-Tplain", file.path], timeout: patience)
      seconds.append(Date().timeIntervalSince(start))
    }
    return plain.map { (LayoutFigures(plain: $0), seconds.median) }
  }

  private static func memory(ofChain graph: LayoutGraph) -> String {
    let diagram = graph.diagram
    let before = allocated_bytes()
    let drawing = diagram.laidOut()
    let bytes = withExtendedLifetime(drawing) { allocated_bytes() - before }
    let perNode = Double(bytes) / Double(graph.nodeCount)
    return "The drawing of the chain keeps \(perNode.brief) bytes a node; must 200."
  }
}
