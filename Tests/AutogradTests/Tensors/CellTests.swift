import RandomNumbers
import Testing

@testable import Autograd

/// The sums that single elements are, beside the passes over whole tensors.
struct CellTests {
  /// A trial under a sum of its elements with random weights, computed both ways.
  private struct Computed {
    let graph: Graph
    let operands: [NodeID]
    let out: NodeID
    let values: [Double]
    let gradients: [Double]
  }

  private func computed(_ trial: Trial) throws -> Computed {
    var (graph, operands, out) = try trial.graph()
    var random = SplitMix64(seed: 5)
    let weights = graph.constant(random.tensor(graph.shape(of: out), from: 0.5, to: 1.5))
    let loss = try graph.apply(.multiply, out, weights, attribute: .none)
    let values = graph.forward()
    let gradients = graph.tensorBackward(from: loss, values: values) { _ in }
    return Computed(
      graph: graph, operands: operands, out: out, values: values, gradients: gradients)
  }

  @Test(arguments: Primitive.all)
  func `the terms of an element add up to what is passed back`(_ primitive: Primitive) throws {
    for trial in Trial.all(of: primitive) {
      let run = try computed(trial)
      for (slot, operand) in run.operands.enumerated() {
        let arc = Arc(from: run.out, slot: slot, to: operand)
        let exact = run.graph.contribution(
          along: arc, values: run.values, gradients: run.gradients)
        for element in exact.elements.indices {
          let terms = run.graph.cells(
            of: arc, element: element, values: run.values, gradients: run.gradients)
          let sum = terms.reduce(0) { $0 + $1.amount }
          let size = terms.reduce(1) { $0 + $1.amount.magnitude }
          #expect((sum - exact.elements[element]).magnitude <= 1e-13 * size, "\(trial)")
          #expect(terms.map(\.out) == terms.map(\.out).sorted())
        }
      }
    }
  }

  @Test(arguments: Primitive.all)
  func `an element is made of those that it moves with`(_ primitive: Primitive) throws {
    for trial in Trial.all(of: primitive) where primitive.name != "one_hot" {
      let run = try computed(trial)
      let count = run.graph.shape(of: run.out).count
      var readers = [[Set<Int>]](repeating: [[], []], count: count)
      for (slot, operand) in run.operands.enumerated() {
        let arc = Arc(from: run.out, slot: slot, to: operand)
        for element in 0..<run.graph.shape(of: operand).count {
          for term in run.graph.cells(
            of: arc, element: element, values: run.values, gradients: run.gradients)
          {
            readers[term.out][slot].insert(element)
          }
        }
      }
      for element in 0..<count {
        let origins = run.graph.origins(of: run.out, element: element)
        #expect(Set(origins.compactMap(\.x)) == readers[element][0], "\(trial) at \(element)")
        #expect(Set(origins.compactMap(\.y)) == readers[element][1], "\(trial) at \(element)")
      }
    }
  }

  @Test func `a matrix product passes back a row times a column`() throws {
    var graph = Graph()
    let x = graph.input(Tensor([1, 2, 3, 4, 5, 6], shape: Shape([2, 3])))
    let w = graph.parameter(Tensor([1, 0, 0, 1, 1, 1], shape: Shape([3, 2])))
    let y = try graph.apply(.matmul, x, w, attribute: .none)
    let values = graph.forward()
    let gradients = graph.tensorBackward(from: y, values: values) { _ in }
    // ∂ΣY/∂W[1, 1] = X[0, 1]·1 + X[1, 1]·1 = 2 + 5
    let terms = graph.cells(
      of: Arc(from: y, slot: 1, to: w), element: 3, values: values, gradients: gradients)
    #expect(terms.map(\.out) == [1, 3])
    #expect(terms.map(\.derivative) == [2, 5] && terms.map(\.upstream) == [1, 1])
    // Y[1, 0] = X[1, 0]·W[0, 0] + X[1, 1]·W[1, 0] + X[1, 2]·W[2, 0]
    let origins = graph.origins(of: y, element: 2)
    #expect(origins.map(\.x) == [3, 4, 5] && origins.map(\.y) == [0, 2, 4])
  }

  @Test func `what was stretched has a term for every copy`() throws {
    var graph = Graph()
    let x = graph.input(Tensor(repeating: 2, shape: Shape([4, 3])))
    let b = graph.parameter(Tensor([1, 2, 3], shape: Shape([3])))
    let y = try graph.apply(.add, x, b, attribute: .none)
    let values = graph.forward()
    let gradients = graph.tensorBackward(from: y, values: values) { _ in }
    let terms = graph.cells(
      of: Arc(from: y, slot: 1, to: b), element: 2, values: values, gradients: gradients)
    #expect(terms.map(\.out) == [2, 5, 8, 11] && terms.allSatisfy { $0.amount == 1 })
    let origins = graph.origins(of: y, element: 7)
    #expect(origins.map(\.x) == [7] && origins.map(\.y) == [1])
  }
}
