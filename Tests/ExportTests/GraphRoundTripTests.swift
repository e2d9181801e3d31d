import Autograd
import Playback
import SceneLanguage
import Testing

@testable import Export

/// What `eval` writes, read again.
struct GraphRoundTripTests {
  private func reread(_ run: Run) throws -> Run {
    let json = written { EvalReport(run: run).writeJSON(to: &$0) }
    let source = Source(name: "graph.json", text: json)
    switch Scene.load(sceneOrGraph: source) {
    case .scene(let scene): return Run(scene: scene)
    case .mistakes(let mistakes):
      Issue.record("\(mistakes.map { $0.rendered(in: source) }.joined(separator: "\n"))")
      throw CancellationError()
    }
  }

  @Test(arguments: SceneFile.all)
  func `every scene comes back with its nodes, its numbers and its output`(file: SceneFile) throws {
    let first = try run(file.text, named: file.name)
    // A graph in JSON is read number by number.
    guard first.scene.graph.isScalar else { return }
    let second = try reread(first)
    #expect(second.scene.graph.hasSameStructure(as: first.scene.graph))
    #expect(second.values == first.values && second.gradients == first.gradients)
    #expect(second.output == first.output)
    #expect(second.scene.title == first.scene.title)
    let report = CheckReport(run: second)
    let names = first.scene.details.compactMap(\.name)
    #expect(report.passed && report.expectations.count >= names.count - 1)
  }

  @Test func `names of any script, and numbers that are none, come back`() throws {
    let first = try run(
      "# \"Title\"\\\nσ₁ = 0\né = -1/0\na = log(σ₁)\nb = é - a\nparam c = 5e-324\nL = a + b * c")
    let second = try reread(first)
    #expect(second.values.map(\.bitPattern) == first.values.map(\.bitPattern))
    #expect(second.scene.details.compactMap(\.name).contains("σ₁"))
    #expect(second.scene.title == "\"Title\"\\")
  }
}
