import Testing

@testable import Autograd

struct BackwardTests {
  @Test(arguments: RandomGraph.several)
  func `gradients of random graphs agree with central differences`(_ random: RandomGraph) {
    let graph = random.graph
    let check = GradientCheck(of: graph, output: NodeID(graph.count - 1), includesComputed: true)
    #expect(check.entries.count == check.candidateCount)
    for entry in check.entries where !entry.isAtKink {
      #expect(entry.relativeError < 1e-6, "\(entry)")
    }
    #expect(check.entries.contains { !$0.isAtKink })
  }

  @Test(arguments: RandomGraph.several)
  func `forward mode and reverse mode agree`(_ random: RandomGraph) {
    let graph = random.graph
    let output = NodeID(graph.count - 1)
    let values = graph.forward()
    let gradients = graph.backward(from: output, values: values)
    for leaf in graph.nodes where graph.operation(of: leaf).isLeaf {
      guard graph.operation(of: leaf) != .constant else { continue }
      var direction = [Double](repeating: 0, count: graph.count)
      direction[leaf.index] = 1
      let tangent = graph.tangents(along: direction, values: values)[output.index]
      let gradient = gradients[leaf.index]
      #expect((tangent - gradient).magnitude <= 1e-12 * max(1, gradient.magnitude))
    }
  }

  @Test(arguments: RandomGraph.several)
  func `a gradient is the sum of its contributions in the order they come`(_ random: RandomGraph) {
    let graph = random.graph
    let output = NodeID(graph.count - 1)
    let receives = graph.receivesGradient(from: output)
    var totals = [Double?](repeating: nil, count: graph.count)
    var last = NodeID(graph.count)
    let gradients = graph.backward(from: output, values: graph.forward()) { contribution in
      #expect(contribution.from <= last)
      #expect(contribution.to < contribution.from)
      #expect(graph.operands(of: contribution.from)[contribution.slot] == contribution.to)
      #expect(contribution.amount == contribution.upstream * contribution.local)
      totals[contribution.to.index] =
        totals[contribution.to.index].map { $0 + contribution.amount } ?? contribution.amount
      last = contribution.from
    }
    for node in graph.nodes where node != output {
      #expect((totals[node.index] != nil) == receives[node.index])
      #expect(gradients[node.index] == totals[node.index] ?? 0)
    }
  }

  @Test func `a first contribution of minus zero is the total`() {
    var graph = Graph()
    let x = graph.input(0)
    let negated = graph.apply(.negate, x)
    let y = graph.apply(.multiply, negated, x)
    let gradients = graph.backward(from: y, values: graph.forward())
    #expect(gradients[negated.index].sign == .plus)
    #expect(gradients[x.index] == 0)
    let zero = graph.input(-0.0)
    let product = graph.apply(.multiply, x, zero)
    let signs = graph.backward(from: product, values: graph.forward())
    #expect(signs[x.index].sign == .minus)
  }

  @Test func `constants receive nothing and nodes off the path stay at zero`() {
    var graph = Graph()
    let (x, c) = (graph.input(2), graph.constant(3))
    let unused = graph.apply(.add, x, x)
    let y = graph.apply(.multiply, x, c)
    var contributions: [Contribution] = []
    let values = graph.forward()
    let gradients = graph.backward(from: y, values: values) { contributions.append($0) }
    #expect(contributions.map(\.to) == [x])
    #expect(gradients == [3, 0, 0, 1])
    #expect(graph.receivesGradient(from: y) == [true, false, false, true])
    #expect(graph.receivesGradient(from: unused) == [true, false, true, false])
    #expect(graph.backward(from: c, values: values) == [0, 0, 0, 0])
  }

  @Test func `an unused branch with an infinite derivative does not reach the gradient`() throws {
    var graph = Graph()
    let root = try #require(Primitive.named("sqrt"))
    let x = graph.input(0)
    _ = graph.apply(root, x)
    let y = graph.apply(.multiply, x, x)
    #expect(graph.backward(from: y, values: graph.forward())[x.index] == 0)
    var schedule = Schedule(graph, output: y)
    schedule.forward()
    schedule.backward()
    #expect(schedule.gradient(of: x) == 0)
    var tape = Tape()
    let output = tape.record { tape in
      let x = tape.input(0)
      _ = sqrt(x)
      return x * x
    }
    tape.backward(from: output)
    #expect(tape.gradient(of: NodeID(0)) == 0)
  }

  @Test func `a used branch with an infinite derivative and no upstream is honest about it`() throws
  {
    var graph = Graph()
    let root = try #require(Primitive.named("sqrt"))
    let (x, zero) = (graph.input(0), graph.constant(0))
    let y = graph.apply(.multiply, graph.apply(root, x), zero)
    #expect(graph.backward(from: y, values: graph.forward())[x.index].isNaN)
  }
}
