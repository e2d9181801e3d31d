import CellGrid
import GraphLayout
import Testing

/// Diagrams with titles, written the way their formulas are.
struct NamedGraph: Sendable, CustomTestStringConvertible {
  let name: String
  private(set) var titles: [String] = []
  private(set) var diagram = Diagram()

  init(_ name: String, _ build: (inout NamedGraph) -> Void) {
    self.name = name
    build(&self)
  }

  var testDescription: String { name }

  /// Adds a node and returns its index; a number is a small box.
  @discardableResult
  mutating func node(_ title: String, _ operands: Int...) -> Int {
    let isConstant = Double(title) != nil
    titles.append(title)
    diagram.boxes.append(
      Diagram.Box(
        size: isConstant ? Size(width: 7, height: 3) : Size(width: 18, height: 4),
        inputs: Array(1...max(1, operands.count)), output: 1))
    for (slot, operand) in operands.enumerated() {
      diagram.wires.append(Diagram.Wire(from: operand, to: titles.count - 1, slot: slot))
    }
    return titles.count - 1
  }
}

extension NamedGraph {
  static let all = [
    chain, square, expression, neuron, lecture, reuse, polynomial, star, funnel, saturation, apart,
    neurons, perceptron,
  ]

  static let chain = NamedGraph("chain") { graph in
    var last = graph.node("x")
    for _ in 1..<8 { last = graph.node("tanh", last) }
  }

  static let square = NamedGraph("square") { graph in
    let x = graph.node("x")
    let square = graph.node("x * x", x, x)
    graph.node("y ^ 2", square, graph.node("2"))
  }

  static let expression = NamedGraph("expression") { graph in
    let (a, b) = (graph.node("a"), graph.node("b"))
    graph.node("f = d * e", graph.node("d = a * b", a, b), graph.node("e = a + b", a, b))
  }

  static let neuron = NamedGraph("neuron") { graph in
    let x = [graph.node("x1"), graph.node("x2")]
    let w = [graph.node("w1"), graph.node("w2")]
    let b = graph.node("b")
    let products = [graph.node("x1 * w1", x[0], w[0]), graph.node("x2 * w2", x[1], w[1])]
    let sum = graph.node("+", products[0], products[1])
    graph.node("o = tanh(n)", graph.node("n", sum, b))
  }

  static let lecture = NamedGraph("lecture") { graph in
    let (x, w) = (graph.node("x"), graph.node("w"))
    let a = graph.node("a = x^2", x, graph.node("2"))
    let c = graph.node("c = sigmoid(b)", graph.node("b = w * a", w, a))
    graph.node("L = -g", graph.node("g = log(c)", c))
  }

  static let reuse = NamedGraph("reuse") { graph in
    let x = graph.node("x")
    let a = graph.node("a = x^2", x, graph.node("2"))
    let b = graph.node("b = 5 * a", graph.node("5"), a)
    let c = graph.node("c = log(a)", a)
    graph.node("L = -g", graph.node("g = b * c", b, c))
  }

  static let polynomial = NamedGraph("polynomial") { graph in
    let x = graph.node("x")
    let square = graph.node("x^2", x, graph.node("2"))
    let first = graph.node("3 * x^2", graph.node("3"), square)
    let second = graph.node("4 * x", graph.node("4"), x)
    graph.node("+", graph.node("-", first, second), graph.node("5"))
  }

  static let star = NamedGraph("star") { graph in
    let x = graph.node("x")
    for _ in 0..<6 { graph.node("tanh", x) }
  }

  static let funnel = NamedGraph("funnel") { graph in
    var sum = graph.node("x0")
    for index in 1..<6 { sum = graph.node("+", sum, graph.node("x\(index)")) }
  }

  static let saturation = NamedGraph("saturation") { graph in
    var last = graph.node("x")
    for _ in 0..<10 { last = graph.node("sigmoid", last) }
    graph.node("d", last, graph.node("y"))
  }

  static let apart = NamedGraph("apart") { graph in
    let a = graph.node("a")
    let b = graph.node("b")
    graph.node("exp a", a)
    graph.node("alone")
    graph.node("b - b", b, b)
  }

  static let neurons = multilayer("neurons", inputs: 2, layers: [2, 1], hasLoss: false)
  static let perceptron = multilayer("perceptron", inputs: 3, layers: [4, 4, 1])

  /// micrograd's multilayer perceptron: a node per operation, `act = b + w0*x0 + w1*x1 …`.
  static func multilayer(
    _ name: String, inputs: Int, layers: [Int], samples: Int = 1, hasLoss: Bool = true
  ) -> NamedGraph {
    NamedGraph(name) { graph in
      var sizes = [inputs]
      let parameters = layers.map { count in
        let neurons = (0..<count).map { _ in
          (
            weights: (0..<sizes[sizes.count - 1]).map { graph.node("w\($0)") },
            bias: graph.node("b")
          )
        }
        sizes.append(count)
        return neurons
      }
      var losses: [Int] = []
      for sample in 0..<samples {
        var values = (0..<inputs).map { graph.node("x\(sample).\($0)") }
        for layer in parameters {
          values = layer.map { neuron in
            var sum = neuron.bias
            for (weight, value) in zip(neuron.weights, values) {
              sum = graph.node("+", sum, graph.node("*", weight, value))
            }
            return graph.node("tanh", sum)
          }
        }
        guard hasLoss else { continue }
        losses += values.map { graph.node("square", graph.node("-", $0, graph.node("t"))) }
      }
      while losses.count > 1 {
        losses = [graph.node("+", losses[0], losses[1])] + losses.dropFirst(2)
      }
    }
  }
}
