import Autograd
import Export
import Foundation
import Playback
import Testing
import Visualizer

struct JSONTests {
  @Test(arguments: SceneFile.all)
  func `every report of every scene is what an independent reader accepts`(
    file: SceneFile
  ) throws {
    let run = try run(file.text, named: file.name)
    let eval = try object(written { EvalReport(run: run).writeJSON(to: &$0) })
    let trace = try object(written { TraceReport(run: run).writeJSON(to: &$0) })
    let check = try object(written { CheckReport(run: run).writeJSON(to: &$0) })
    let render = try object(
      written {
        RenderReport(run: run, cursor: 0, symbols: .unicode, drawsAllEdges: true)
          .writeJSON(to: &$0)
      })
    let nodeCount = run.values.count
    #expect((eval["nodes"] as? [Any])?.count == nodeCount)
    #expect((trace["steps"] as? [Any])?.count == run.stepCount)
    #expect(check["passed"] as? Bool == true)
    #expect((render["boxes"] as? [Any])?.count == nodeCount)
  }

  @Test func `numbers read back to the same and non-finite ones are words`() throws {
    let run = try run("a = 0.1\nb = 1e300\nc = a + 0.2\nd = b * b\ne = d - d\nf = -d\nL = e + f")
    let json = written { EvalReport(run: run).writeJSON(to: &$0) }
    let texts = json.split(separator: #""value": "#).dropFirst().map { $0.prefix { $0 != "," } }
    #expect(texts.count == run.values.count)
    for (text, value) in zip(texts, run.values) where value.isFinite {
      #expect(Double(text)?.bitPattern == value.bitPattern)
    }
    #expect(json.contains(#""value": "nan""#))
    #expect(json.contains(#""value": "inf""#))
    #expect(json.contains(#""value": "-inf""#))
  }

  @Test func `a tangent stands beside the gradient where forward mode is asked for`() throws {
    let run = try run("x = 3\nk = 2\na = x * k\nL = a * x")
    let report = EvalReport(run: run, moving: NodeID(0))
    let json = try object(written { report.writeJSON(to: &$0) })
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    #expect(nodes.map { $0["tangent"] as? Double } == [1, 0, 2, 12])
    #expect(nodes.last?["value"] as? Double == 18)
    let text = written { report.writeText(to: &$0) }
    #expect(text.contains("grad  ∂/∂x") && text.contains("18    1     12"))
    #expect(!written { EvalReport(run: run).writeJSON(to: &$0) }.contains("tangent"))
  }

  @Test func `what an operation is told stands at the end of its node, and only there`() throws {
    let run = try run("X = [[1, 2], [3, 4]]\nr = X[-1, :]\ns = sum(X, axis: -1)\nL = sum(r * s)")
    let json = written { EvalReport(run: run).writeJSON(to: &$0) }
    let ends = json.split(separator: "\n").compactMap { line in
      line.range(of: #""line": "#).map { line[$0.upperBound...] }
    }
    #expect(
      ends == [#"1},"#, #"2, "places": [1, [0, 2]]},"#, #"3, "axis": 1},"#, "4},", "4}"])
  }

  @Test func `keys stand in the order of the contract`() throws {
    let run = try run("x = 3\nL = x * x", named: "some/folder/square.txt")
    #expect(
      written { EvalReport(run: run).writeJSON(to: &$0) } == """
        {"scene": "square.txt", "title": "", "output": "L", "nodes": [
          {"id": 0, "name": "x", "operation": "input", "operands": [], "shape": [], "value": 3, \
        "gradient": 6, "group": null, "line": 1},
          {"id": 1, "name": "L", "operation": "multiply", "operands": [0, 0], "shape": [], \
        "value": 9, "gradient": 1, "group": null, "line": 2}
        ]}

        """)
  }

  @Test func `a contribution tells where it comes from and what it adds up to`() throws {
    let run = try run("x = 3\nL = x * x")
    let steps = try #require(
      try object(written { TraceReport(run: run).writeJSON(to: &$0) })["steps"] as? [[String: Any]])
    #expect(
      steps.map { $0["kind"] as? String } == [
        "value", "value", "seed", "final", "contribution", "contribution", "final",
      ])
    let second = try #require(steps.dropFirst(5).first)
    #expect(second["phase"] as? String == "backward")
    #expect(second["from"] as? Int == 1)
    #expect(second["slot"] as? Int == 1)
    #expect(second["to"] as? Int == 0)
    #expect(second["before"] as? Double == 3)
    #expect(second["total"] as? Double == 6)
    #expect(second["received"] as? Int == 2)
    #expect(second["expected"] as? Int == 2)
    #expect(steps[4]["before"] is NSNull)
  }

  @Test func `what would steer a terminal is escaped`() throws {
    let run = try run("# a \u{202E}title\u{7F}\n\nx = 1", named: "evil\u{1B}[2J\n\"\\.txt")
    let json = written { EvalReport(run: run).writeJSON(to: &$0) }
    #expect(!json.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || $0.value == 0x7F) })
    #expect(try object(json)["scene"] as? String == "evil\u{1B}[2J\n\"\\.txt")
  }

  private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }
}
