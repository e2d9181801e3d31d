import Autograd
import CellGrid
import Playback
import RandomNumbers
import Testing

@testable import Visualizer

struct LineageTests {
  /// Whether there is a way along the edges, by the definition.
  private func reaches(_ from: NodeID, _ to: NodeID, in graph: Graph) -> Bool {
    graph.operands(of: to).contains { $0 == from || reaches(from, $0, in: graph) }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `ancestors and descendants are what a way along the edges leads to`(seed: UInt64) {
    let graph = Graph.tangled(seed: seed, below: 37)
    var random = SplitMix64(seed: seed)
    for _ in 0..<4 {
      let node = NodeID(random.below(min(graph.count, 14)))
      let ancestors = Lineage(.ancestors, of: node, in: graph)
      let expected = graph.nodes.filter { reaches($0, node, in: graph) }
      #expect(graph.nodes.filter(ancestors.contains) == expected)
      #expect(ancestors.count == expected.count)
    }
    for node in graph.nodes {
      let descendants = Lineage(.descendants, of: node, in: graph)
      for other in graph.nodes {
        let isAncestor = Lineage(.ancestors, of: other, in: graph).contains(node)
        #expect(descendants.contains(other) == isAncestor)
      }
    }
  }

  @Test func `a chain of a million nodes needs no stack`() {
    var graph = Graph()
    var node = graph.input(1)
    for _ in 1..<1_000_000 { node = graph.apply(.negate, node) }
    #expect(Lineage(.ancestors, of: node, in: graph).count == 999_999)
    #expect(Lineage(.descendants, of: NodeID(0), in: graph).count == 999_999)
  }

  private func notice(_ model: Model) -> String? { model.lesson?.notice?.text }

  @Test func `a and A mark and count, and the same key unmarks`() throws {
    var model = try Model("neuron.txt")
    model.press(.character("/"))
    model.type("n")
    model.press(.enter, .character("a"))
    #expect(notice(model) == "n depends on 8 nodes.")
    #expect(model.screenText.contains("«w1 ") && model.screenText.contains("«v7 "))
    model.press(.character("A"))
    #expect(notice(model) == "1 node depends on n.")
    #expect(model.screenText.contains("»o "))
    #expect(!model.screenText.contains("«"))
    model.press(.character("A"))
    #expect(model.lesson?.lineage == nil)
    #expect(!model.screenText.contains("»"))
  }

  @Test func `the marks follow the selection, with their count`() throws {
    var model = try Model(text: "x = 2\na = x * x\nL = tanh(a)\n")
    model.press(.character("a"))
    #expect(notice(model) == "x depends on nothing.")
    model.press(.tab)
    #expect(notice(model) == "a depends on 1 node.")
    model.press(.tab)
    #expect(notice(model) == "L depends on 2 nodes.")
    model.press(.character("A"))
    #expect(notice(model) == "Nothing depends on L.")
    #expect(model.lesson?.selected == NodeID(2))
  }

  @Test func `Esc clears the marks before it gives up the selection`() throws {
    var model = try Model(text: "x = 2\na = x * x\nL = tanh(a)\n")
    model.press(.tab, .character("a"), .escape)
    #expect(model.lesson?.lineage == nil)
    #expect(model.lesson?.chosen == NodeID(1))
    model.press(.escape)
    #expect(model.lesson?.chosen == nil)
  }

  @Test func `the marks are those of the new graph when the file changes`() throws {
    var model = try Model(text: "x = 2\na = x * x\nL = tanh(a)\n")
    model.press(.character("g"), .character("o"), .character("a"))
    _ = model.update(.sceneRead(path: "test.txt", text: "L = 2\n"))
    #expect(model.lesson?.lineage?.count == 0)
    _ = model.update(.sceneRead(path: "test.txt", text: "x = 2\ny = 3\nL = x * y * 4\n"))
    #expect(model.lesson?.lineage?.count == 4)
    #expect(model.screenText.contains("«x "))
  }
}
