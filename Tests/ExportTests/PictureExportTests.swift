import Autograd
import CellGrid
import Foundation
import Playback
import SceneLanguage
import Testing
import Visualizer

@testable import Export

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct PictureExportTests {
  @Test(arguments: SceneFile.all)
  func `an SVG is well-formed and says what the text says, at every moment`(file: SceneFile) throws
  {
    let run = try run(file.text, named: file.name)
    for cursor in Set([0, run.stepCount / 2, run.stepCount - 3, run.stepCount]) where cursor >= 0 {
      let report = RenderReport(run: run, cursor: cursor, symbols: .unicode)
      let reader = SVGReader()
      let parser = XMLParser(data: Data(svg(report).utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
      // A heat map is rectangles here and digits there.
      guard !svg(report).contains("style=\"fill:") else { continue }
      let text = written { report.writeText(size: nil, to: &$0) }
      #expect(reader.words.sorted() == Self.words(in: text), "step \(cursor)")
    }
  }

  @Test func `lines that go on become one, and corners, arrows and forks are drawn`() throws {
    let run = try run("x = 3\nk = 2\nL = x * k")
    let svg = svg(RenderReport(run: run, cursor: run.stepCount, symbols: .unicode))
    #expect(!svg.contains("─") && !svg.contains("│") && !svg.contains("╭") && !svg.contains("▶"))
    // Both wires end in a head, the two inputs and the product have four round corners each.
    #expect(svg.components(separatedBy: "class=\"head").count == 3)
    #expect(svg.components(separatedBy: "Q").count == 13)
  }

  @Test func `what a file says cannot leave the text of an SVG or of a dot file`() throws {
    let run = try run("# a <b> & \"c\"\nx = 3\nL = x * x\n")
    let svg = svg(RenderReport(run: run, cursor: run.stepCount, symbols: .unicode))
    #expect(svg.contains("<title>test.txt: a &lt;b&gt; &amp; &quot;c&quot;</title>"))
    let dot = written { DotReport(run: run).write(to: &$0) }
    #expect(dot.hasPrefix("// test.txt: a <b> & \"c\"\n"))
  }

  @Test(arguments: [("reuse", Int?(18)), ("network", nil)])
  func `the pictures in the README are what the program draws`(
    name: String, step: Int?
  ) throws {
    let file = try #require(SceneFile.all.first { $0.name == "\(name).txt" })
    let run = try run(file.text, named: file.name)
    let report = RenderReport(run: run, cursor: step ?? run.stepCount, symbols: .unicode)
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let picture = try String(
      contentsOf: folder.appendingPathComponent("docs/\(name).svg"), encoding: .utf8)
    #expect(svg(report, title: try scene(file.text, named: file.name).heading) == picture)
    let readme = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(readme.contains("](docs/\(name).svg)"))
  }

  @Test(arguments: SceneFile.all)
  func `a dot file has a record for each node, and each operand once for each slot`(
    file: SceneFile
  ) throws {
    let run = try run(file.text, named: file.name)
    let graph = run.scene.graph
    let lines = written { DotReport(run: run).write(to: &$0) }.split(separator: "\n")
    #expect(lines.count { $0.contains("shape=record") } == graph.count)
    let edges = graph.nodes.flatMap { node in
      graph.operands(of: node).map { "  n\($0.index) -> o\(node.index);" }
    }
    #expect(lines.filter { $0.hasPrefix("  n") && $0.contains("->") }.map(String.init) == edges)
  }

  @Test func `a recording steps through the lesson and ends as the screen does`() throws {
    let scene = try scene("# Square\n\nx = 3\nL = x * x\n")
    let cast = written {
      CastReport(scene: scene, symbols: .unicode, theme: .standard).write(to: &$0)
    }
    let lines = try cast.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8))
    }
    let header = try #require(lines.first as? [String: Any])
    #expect(header["version"] as? Int == 2 && header["width"] as? Int == 120)
    let events = try lines.dropFirst().map { try #require($0 as? [Any]) }
    let run = Run(scene: scene)
    #expect(events.count == run.stepCount + 2)
    let times = events.compactMap { $0[0] as? Double }
    #expect(times == times.sorted() && times.first == 0)
    var model = Model(scene: scene, path: nil, size: Size(width: 120, height: 40))
    _ = model.update(.keyPressed(.end))
    let canvas = model.view(size: Size(width: 120, height: 40))
    let rows = try Self.rows(afterReplaying: events.compactMap { $0[2] as? String })
    for row in 0..<40 { #expect(rows[row] == canvas.ansi(row: row, theme: .standard)) }
  }

  private func svg(_ report: RenderReport, title: String = "test.txt: a <b> & \"c\"") -> String {
    written { report.writeSVG(size: nil, title: title, theme: .standard, to: &$0) }
  }

  /// Everything that is no line, with what a line leaves of it.
  private static func words(in text: String) -> [String] {
    // In an SVG a mark of another colour than its number is a word of its own.
    text.replacingOccurrences(of: "∂", with: "∂ ").split {
      $0.isWhitespace || $0 == "▶" || LineShape($0) != nil
    }.map(String.init).sorted()
  }

  /// The rows that a recording leaves behind: it only ever replaces whole rows.
  private static func rows(afterReplaying events: [String]) throws -> [String] {
    var rows = [String](repeating: "", count: 40)
    for piece in events.joined().components(separatedBy: "\u{1B}[K") {
      guard let mark = piece.range(of: "\\d+;1H", options: .regularExpression) else { continue }
      let row = try #require(Int(piece[mark].dropLast(3)))
      rows[row - 1] = String(piece[mark.upperBound...])
    }
    return rows
  }
}

/// Collects the words of the text elements.
private final class SVGReader: NSObject, XMLParserDelegate {
  private(set) var words: [String] = []
  private var text: String?

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if element == "text" { text = "" }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text? += characters }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    guard element == "text", let text else { return }
    words += text.split(separator: " ").map(String.init)
    self.text = nil
  }
}
