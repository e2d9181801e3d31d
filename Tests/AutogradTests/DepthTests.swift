import Testing

@testable import Autograd

/// Nothing recurses, so a graph may be as deep as it is long.
struct DepthTests {
  private static let depth = 1_000_000

  /// y = -(-(… x))
  private static let chain: Graph = {
    var graph = Graph()
    graph.reserveCapacity(depth + 1)
    var node = graph.input(2)
    for _ in 0..<depth { node = graph.apply(.negate, node) }
    return graph
  }()

  @Test func `a chain of a million nodes goes forward and backward on the tape`() {
    let graph = Self.chain
    let output = NodeID(Self.depth)
    let values = graph.forward()
    #expect(values[output.index] == 2)
    var count = 0
    let gradients = graph.backward(from: output, values: values) { _ in count += 1 }
    #expect(count == Self.depth)
    #expect(gradients[0] == 1)
    #expect(gradients[1] == -1)
    #expect(Consumers(of: graph)[NodeID(0)].map(\.node) == [NodeID(1)])
    var direction = [Double](repeating: 0, count: graph.count)
    direction[0] = 1
    #expect(graph.tangents(along: direction, values: values)[output.index] == 1)
  }

  @Test func `a chain of a million nodes goes forward and backward by runs`() {
    var schedule = Schedule(Self.chain, output: NodeID(Self.depth))
    schedule.forward()
    schedule.backward()
    #expect(schedule.value(of: NodeID(Self.depth)) == 2)
    #expect(schedule.gradient(of: NodeID(0)) == 1)
    #expect(schedule.gradient(of: NodeID(1)) == -1)
  }

  @Test func `a large graph's check takes as many leaves as it may and says so`() {
    let output = NodeID(10_000)
    let check = GradientCheck(of: Self.chain, output: output, includesComputed: true, limit: 3)
    #expect(check.entries.map(\.node) == [NodeID(0), NodeID(3333), NodeID(6667)])
    #expect(check.candidateCount == 10_001)
    #expect(check.entries.allSatisfy { $0.agrees && $0.relativeError < 1e-9 })
  }
}
