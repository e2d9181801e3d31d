import Testing

@testable import Autograd

struct GraphTests {
  /// y = x · x + c
  private struct Square {
    var graph = Graph()
    let x: NodeID
    let c: NodeID
    let product: NodeID
    let y: NodeID

    init(_ value: Double = 3) {
      x = graph.input(value)
      c = graph.constant(1)
      product = graph.apply(.multiply, x, x)
      y = graph.apply(.add, product, c)
    }
  }

  @Test func `operands are ordered and repeat`() {
    let square = Square()
    #expect(square.graph.operands(of: square.product) == [square.x, square.x])
    #expect(square.graph.operands(of: square.y) == [square.product, square.c])
    #expect(square.graph.operands(of: square.x) == [])
    #expect(Array(square.graph.operands(of: square.y)) == [square.product, square.c])
    #expect(square.graph.operands(of: square.y).reversed() == [square.c, square.product])
  }

  @Test func `operations and leaf values can be asked for`() {
    let square = Square()
    #expect(square.graph.operation(of: square.x) == .input)
    #expect(square.graph.operation(of: square.c) == .constant)
    #expect(square.graph.operation(of: square.y) == .primitive(.add))
    #expect(square.graph.operation(of: square.y).name == "add")
    #expect(square.graph.leafValue(of: square.c) == 1)
    #expect(square.graph.leafValue(of: square.y) == nil)
    #expect(square.graph.nodes.map(\.index) == [0, 1, 2, 3])
  }

  @Test func `another leaf value keeps the structure and changes the result`() {
    var square = Square()
    let before = square.graph
    square.graph.setLeafValue(5, of: square.x)
    #expect(square.graph.hasSameStructure(as: before))
    #expect(square.graph.forward() == [5, 1, 25, 26])
    #expect(before.forward() == [3, 1, 9, 10])
    _ = square.graph.apply(.negate, square.y)
    #expect(!square.graph.hasSameStructure(as: before))
  }

  @Test func `the same operations on other operands are another structure`() {
    var (left, right) = (Graph(), Graph())
    let (a, b) = (left.input(1), left.input(2))
    _ = (right.input(1), right.input(2))
    _ = left.apply(.subtract, a, b)
    _ = right.apply(.subtract, b, a)
    #expect(!left.hasSameStructure(as: right))
  }

  @Test func `consumers are listed by slot in tape order`() {
    let square = Square()
    let consumers = Consumers(of: square.graph)
    #expect(
      Array(consumers[square.x]) == [
        Consumer(node: square.product, slot: 0), Consumer(node: square.product, slot: 1),
      ])
    #expect(Array(consumers[square.c]) == [Consumer(node: square.y, slot: 1)])
    #expect(consumers[square.y].isEmpty)
  }

  @Test(arguments: RandomGraph.several)
  func `consumers are the operands turned round`(_ random: RandomGraph) {
    let graph = random.graph
    let consumers = Consumers(of: graph)
    var expected = [[Consumer]](repeating: [], count: graph.count)
    for node in graph.nodes {
      for (slot, operand) in graph.operands(of: node).enumerated() {
        expected[operand.index].append(Consumer(node: node, slot: slot))
      }
    }
    #expect(graph.nodes.map { Array(consumers[$0]) } == expected)
  }

  @Test func `an empty graph has no nodes and no consumers`() {
    let graph = Graph()
    #expect(graph.forward() == [])
    #expect(graph.nodes.isEmpty)
    _ = Consumers(of: graph)
  }

  @Test func `a wrong number of operands is a defect of the caller`() async {
    await #expect(processExitsWith: .failure) {
      var graph = Graph()
      let x = graph.input(1)
      _ = graph.apply(.add, x)
    }
  }

  @Test func `an operand that is not on the tape is a defect of the caller`() async {
    await #expect(processExitsWith: .failure) {
      var graph = Graph()
      _ = graph.apply(.negate, NodeID(0))
    }
  }
}
