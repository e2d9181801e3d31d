import Testing

@testable import Autograd

struct TapeTests {
  @Test func `operators record the graph that one would build by hand`() throws {
    var tape = Tape()
    let y = tape.record { tape in
      let (w, x, b) = (tape.parameter(0.5), tape.input(2), tape.parameter(-0.25))
      return tanh(w * x + b)
    }
    var graph = Graph()
    let (w, x, b) = (graph.parameter(0.5), graph.input(2), graph.parameter(-0.25))
    let sum = graph.apply(.add, graph.apply(.multiply, w, x), b)
    _ = graph.apply(try #require(Primitive.named("tanh")), sum)
    #expect(tape.graph.hasSameStructure(as: graph))
    #expect(tape.graph.leafValues == graph.leafValues)
    #expect(tape.value(of: y) == graph.forward()[y.index])
  }

  @Test func `the example of the chain rule comes out`() {
    var tape = Tape()
    let loss = tape.record { tape in
      let x = tape.input(2).named("x")
      let w = tape.parameter(0.5).named("w")
      return -log(sigmoid(w * x * x))
    }
    tape.backward(from: loss)
    #expect(tape.value(of: loss) == 0.12692801104297263)
    #expect((tape.gradient(of: NodeID(0)) + 0.23840584404423537).magnitude < 1e-16)
    #expect(tape.names.map(\.name) == ["x", "w"])
    #expect(tape.names.map(\.node) == [NodeID(0), NodeID(1)])
  }

  @Test func `a value is found again by its node`() {
    var tape = Tape()
    let y = tape.record { tape in
      let x = tape.input(3).node
      return tape[x] * tape[x]
    }
    #expect(tape.value(of: y) == 9)
    #expect(tape.graph.operands(of: y) == [NodeID(0), NodeID(0)])
  }

  @Test func `numbers become constants`() {
    var tape = Tape()
    let y = tape.record { tape in
      let x = tape.input(3)
      return (1 + x * 2 - 4) / 5 + 6 / (7 - x) + pow(x, 2) + pow(2, x) + (x - 1) * (8 * x) + 2
    }
    let graph = tape.graph
    #expect(tape.value(of: y) == 3.0 / 5 + 6.0 / 4 + 9 + 8 + 48 + 2)
    #expect(graph.forward()[y.index] == tape.value(of: y))
    let constants = graph.nodes.filter { graph.operation(of: $0) == .constant }
    #expect(constants.map { graph.leafValue(of: $0) } == [2, 1, 4, 5, 7, 6, 2, 2, 1, 8, 2])
  }

  @Test func `in-place operators append as the others do`() {
    var tape = Tape()
    let y = tape.record { tape in
      var y = tape.input(3)
      let x = y
      y += x
      y *= x
      y -= x
      y /= x
      return y
    }
    #expect(tape.value(of: y) == 5)
    #expect(
      tape.graph.nodes.suffix(4).map { tape.graph.operation(of: $0).name } == [
        "add", "multiply", "subtract", "divide",
      ])
  }

  @Test(arguments: Primitive.all)
  func `every row can be applied to a value`(_ primitive: Primitive) {
    for sample in primitive.samples {
      var tape = Tape()
      let y = tape.record { tape in
        let operands = sample.map(tape.input)
        return operands[0].applying(primitive, with: operands.dropFirst().first)
      }
      tape.backward(from: y)
      let graph = tape.graph
      let gradients = graph.backward(from: y, values: graph.forward())
      #expect(tape.value(of: y) == graph.forward()[y.index])
      #expect(sample.indices.map { tape.gradient(of: NodeID($0)) } == Array(gradients.dropLast()))
    }
  }

  private static let functions: [(String, @Sendable (Value) -> Value)] = [
    ("exp", { exp($0) }), ("log", { log($0) }), ("sqrt", { sqrt($0) }),
    ("square", { square($0) }), ("reciprocal", { reciprocal($0) }), ("abs", { abs($0) }),
    ("erf", { erf($0) }), ("sin", { sin($0) }), ("cos", { cos($0) }), ("tan", { tan($0) }),
    ("asin", { asin($0) }), ("acos", { acos($0) }), ("atan", { atan($0) }),
    ("sinh", { sinh($0) }), ("cosh", { cosh($0) }), ("tanh", { tanh($0) }),
    ("relu", { relu($0) }), ("elu", { elu($0) }), ("gelu", { gelu($0) }),
    ("sigmoid", { sigmoid($0) }), ("softplus", { softplus($0) }), ("negate", { -$0 }),
    ("minimum", { minimum($0, $0) }), ("maximum", { maximum($0, $0) }),
    ("leaky_relu", { leakyRelu($0) }), ("pow", { pow($0, $0) }), ("add", { $0 + $0 }),
    ("subtract", { $0 - $0 }), ("clipped_log", { clippedLog($0) }),
    ("binary_cross_entropy", { binaryCrossEntropy($0, $0) }), ("multiply", { $0 * $0 }),
    ("divide", { $0 / $0 }),
  ]

  @Test func `every row has its function or operator, and it records that row`() {
    #expect(Set(Self.functions.map(\.0)) == Set(Primitive.elementwise.map(\.name)))
    for (name, function) in Self.functions {
      var tape = Tape()
      let y = tape.record { function($0.input(0.5)) }
      #expect(tape.graph.operation(of: y).name == name)
      #expect(tape.value(of: y) == tape.graph.forward()[y.index])
      tape.backward(from: y)
      let gradients = tape.graph.backward(from: y, values: tape.graph.forward())
      #expect(tape.gradient(of: NodeID(0)) == gradients[0], "\(name)")
    }
  }

  @Test func `a tape grows and can be recorded again`() {
    var tape = Tape(capacity: 1)
    for count in [1000, 10, 5000] {
      let y = tape.record { tape in
        let x = tape.input(1)
        return (0..<count).reduce(x) { sum, _ in sum + x }
      }
      tape.backward(from: y)
      #expect(tape.count == count + 1)
      #expect(tape.value(of: y) == Double(count + 1))
      #expect(tape.gradient(of: NodeID(0)) == Double(count + 1))
    }
  }

  @Test func `a recording begins without gradients`() {
    var tape = Tape()
    let y = tape.record { $0.input(3) * 2 }
    tape.backward(from: y)
    _ = tape.record { $0.input(3) * 5 }
    #expect(tape.graph.nodes.map { tape.gradient(of: $0) } == [0, 0, 0])
  }

  @Test func `no gradient through an infinite derivative is 0, and the tape says so too`() {
    var tape = Tape()
    let y = tape.record { tape in
      let x = tape.input(0).named("x")
      let unused = sqrt(x)
      _ = unused * tape.input(2)
      return tape.input(3) * tape.input(4)
    }
    tape.backward(from: y)
    #expect(tape.graph.nodes.map { tape.gradient(of: $0) } == [0, 0, 0, 0, 4, 3, 1])
  }

  @Test func `constants have gradient zero`() {
    var tape = Tape()
    let y = tape.record { 2 * $0.input(3) }
    tape.backward(from: y)
    #expect(tape.graph.nodes.map { tape.gradient(of: $0) } == [2, 0, 1])
  }
}
