import PictureReading
import Testing

@testable import GraphLayout

struct OrderingTests {
  @Test func `threading nets and sifting nodes remove exactly the crossings they say`() {
    for seed in 0..<200 {
      let diagram = Diagram.random(seed: UInt64(seed))
      for part in diagram.connectedParts() {
        let graph = LayeredGraph(part.diagram.ranked())
        var ordering = LayerOrdering(graph: graph, order: graph.orderByTape())
        var work = 1_000_000
        for round in 0..<3 {
          let before = ordering.crossings()
          let threaded = ordering.rethread(&work)
          let between = ordering.crossings()
          #expect(between == before - threaded, "seed \(seed), round \(round)")
          let sifted = ordering.sift(&work)
          #expect(ordering.crossings() == between - sifted, "seed \(seed), round \(round)")
        }
      }
    }
  }

  @Test func `an order names every node of its rank once, at the place it has`() {
    for seed in 0..<50 {
      for part in Diagram.random(seed: UInt64(seed)).connectedParts() {
        let ordered = part.diagram.ranked().ordered()
        for (rank, nodes) in ordered.order.enumerated() {
          #expect(
            nodes.sorted() == ordered.graph.ranks.indices.filter { ordered.graph.ranks[$0] == rank }
          )
        }
      }
    }
  }
}
