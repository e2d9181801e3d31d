import Autograd
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

struct OutputPathsTests {
  /// Every way from a leaf to a node along the edges, each as its nodes, the node last.
  private func ways(to node: NodeID, in graph: Graph) -> [[NodeID]] {
    let operands = graph.operands(of: node)
    return operands.isEmpty
      ? [[node]] : operands.flatMap { ways(to: $0, in: graph) }.map { $0 + [node] }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `the nodes are those of all ways from the leaves to the output that pass the node`(
    seed: UInt64
  ) {
    let graph = Graph.tangled(seed: seed, below: 11)
    for output in graph.nodes {
      let ways = ways(to: output, in: graph)
      for node in graph.nodes {
        let expected = Set(ways.filter { $0.contains(node) }.joined())
        let paths = OutputPaths(through: node, to: output, in: graph)
        #expect(Set(graph.nodes.filter { paths?.contains($0) ?? false }) == expected)
        #expect((paths?.count ?? 0) == expected.count)
      }
    }
  }

  @Test func `of the output they are all it depends on`() throws {
    let scene = try SceneFiles.scene("neuron.txt")
    let paths = try #require(
      OutputPaths(through: scene.output, to: scene.output, in: scene.graph))
    let ancestors = Lineage(.ancestors, of: scene.output, in: scene.graph)
    #expect(
      scene.graph.nodes.allSatisfy {
        paths.contains($0) == (ancestors.contains($0) || $0 == scene.output)
      })
  }

  @Test func `a chain of a million nodes needs no stack`() {
    var graph = Graph()
    var node = graph.input(1)
    for _ in 1..<1_000_000 { node = graph.apply(.negate, node) }
    #expect(OutputPaths(through: NodeID(500_000), to: node, in: graph)?.count == 1_000_000)
  }
}
