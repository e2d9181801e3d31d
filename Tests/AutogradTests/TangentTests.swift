import Autograd
import RandomNumbers
import Testing

/// Forward mode beside reverse mode: two ways to the same derivatives.
struct TangentTests {
  @Test func `a tangent of one from a leaf is the derivative of every node by it`() {
    var graph = Graph()
    let x = graph.input(2)
    let w = graph.parameter(-3)
    let product = graph.apply(.multiply, x, w)
    let square = graph.apply(.multiply, product, product)
    let values = graph.forward()
    #expect(graph.tangents(from: x, values: values) == [1, 0, -3, 36])
    #expect(graph.tangents(from: w, values: values) == [0, 1, 2, -24])
    #expect(graph.tangents(from: product, values: values) == [0, 0, 1, -12])
    #expect(graph.tangents(from: square, values: values) == [0, 0, 0, 1])
  }

  @Test func `from every node forward mode says what reverse mode says`() throws {
    for seed in 0..<50 {
      var generator = SplitMix64(seed: UInt64(seed))
      var graph = Graph()
      for _ in 0..<3 { _ = graph.input(Double.random(in: 0.5...1.5, using: &generator)) }
      while graph.count < 30 {
        let operands = (0..<2).map { _ in NodeID(Int.random(in: 0..<graph.count, using: &generator))
        }
        let names = ["add", "multiply", "tanh"]
        let name = names.randomElement(using: &generator) ?? "add"
        let primitive = try #require(Primitive.named(name))
        _ = graph.apply(primitive, operands[0], primitive.arity == 2 ? operands[1] : nil)
      }
      let values = graph.forward()
      let output = NodeID(graph.count - 1)
      let gradients = graph.backward(from: output, values: values)
      for node in graph.nodes {
        let tangent = graph.tangents(from: node, values: values)[output.index]
        let scale = max(1, abs(tangent))
        #expect(abs(tangent - gradients[node.index]) <= 1e-12 * scale, "seed \(seed), \(node)")
      }
    }
  }
}
