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
    let second = try reread(first)
    expectSameBits(first, second)
    #expect(second.output == first.output)
    #expect(second.scene.title == first.scene.title)
    let graph = first.scene.graph
    let named = graph.nodes.filter {
      first.scene.details[$0.index].name != nil && graph.operation(of: $0) != .constant
    }
    let expectations = second.scene.expectations
    #expect(expectations.count >= named.count - 1)
    for expectation in expectations {
      let node = expectation.node
      let value = expectation.isGradient ? second.gradientTensor(of: node) : second.tensor(of: node)
      #expect(value == expectation.value, "\(expectation.name)")
    }
  }

  private func expectSameBits(_ first: Run, _ second: Run) {
    func bits(_ tensor: Tensor?) -> [UInt64]? { tensor?.elements.map(\.bitPattern) }
    let graph = first.scene.graph
    #expect(second.scene.graph.hasSameStructure(as: graph))
    for node in graph.nodes {
      #expect(second.shape(of: node) == first.shape(of: node))
      #expect(bits(second.tensor(of: node)) == bits(first.tensor(of: node)))
      #expect(bits(second.gradientTensor(of: node)) == bits(first.gradientTensor(of: node)))
    }
  }

  @Test func `every operation on tensors comes back as it was called`() throws {
    let first = try run(
      """
      X = [[[1, -2, 3.5], [4, 5, 6]], [[0.25, 1e-300, 7], [8, -0, 9]]]
      S = [[1, 2, 3], [4, 5, 6], [7, 8, 10]]
      param none = zeros(0, 3)
      one = [[[2], [3]]]
      const labels = [2, 0, 1]
      sums = sum(S, axis: 0) + sum(S, axis: -1) + mean(S, axis: 1) + max(S, axis: 0)
      products = prod(S, axis: 1) * min(S, axis: 0) / norm(S, axis: 0) + logsumexp(S, axis: 1)
      probabilities = softmax(S, axis: 0) * log_softmax(S) @ one_hot(labels, 3)
      narrow = squeeze(one, axis: 0) + squeeze(one)
      parts = stack(X[0, :, 1], X[1, 0:2, -1], axis: 1) + X[:, 1, 1:3].T
      wide = concat(S, S[0:1], axis: 0)
      wider = concat(S, S, axis: 1)
      flat = reshape(X, -1)
      nothing = sum(none) + sum(wide) + sum(wider * wider) + sum(flat) + norm(narrow) + sum(parts)
      L = nothing + sum(sums) + sum(products) + sum(probabilities)
      """)
    let second = try reread(first)
    expectSameBits(first, second)
    let calls = second.scene.source.text
    for call in ["[0, 0:2, 1]", "[1, 0:2, 2]", "axis: 1)", "zeros(0, 3)", "reshape(X, 12)"] {
      #expect(calls.contains(call), "\(calls)")
    }
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
