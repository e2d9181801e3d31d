import RandomNumbers
import Testing

@testable import Autograd

/// Every primitive on at least fifty random shapes, sizes 0 and 1 among them.
struct TensorRuleTests {
  private func weights(_ trial: Trial) throws -> Tensor {
    let (graph, _, out) = try trial.graph()
    var random = SplitMix64(seed: 99)
    return random.tensor(graph.shape(of: out), from: 0.5, to: 1.5)
  }

  /// The gradients of the weighted sum of the output, by back-propagation.
  private func gradients(_ trial: Trial, weights: Tensor) throws -> [Tensor] {
    var (graph, operands, out) = try trial.graph()
    let factor = graph.constant(weights)
    let loss = try graph.apply(.multiply, out, factor, attribute: .none)
    let values = graph.forward()
    let gradients = graph.backward(from: loss, values: values)
    return try operands.map { try #require(graph.gradient(of: $0, in: gradients)) }
  }

  @Test(arguments: Primitive.all)
  func `gradients agree with central differences`(_ primitive: Primitive) throws {
    for trial in Trial.all(of: primitive) where primitive.name != "one_hot" {
      let weights = try weights(trial)
      let analytic = try gradients(trial, weights: weights)
      for slot in trial.operands.indices {
        for element in trial.operands[slot].elements.indices {
          let numeric = try difference(trial, slot, element, weights)
          let exact = analytic[slot].elements[element]
          #expect(
            (numeric - exact).magnitude <= 2e-7 * max(1, exact.magnitude),
            "\(trial), operand \(slot), element \(element): \(exact) and \(numeric)")
        }
      }
    }
  }

  private func difference(
    _ trial: Trial, _ slot: Int, _ element: Int, _ weights: Tensor
  ) throws -> Double {
    func value(_ step: Double) throws -> Double {
      var operands = trial.operands
      var elements = operands[slot].elements
      elements[element] += step
      operands[slot] = Tensor(elements, shape: operands[slot].shape)
      return try trial.value(operands, weights: weights)
    }
    func rise(_ step: Double) throws -> Double {
      (try value(step) - value(-step)) / (2 * step)
    }
    return (4 * (try rise(5e-4)) - (try rise(1e-3))) / 3
  }

  @Test(arguments: Primitive.all)
  func `pulling back is the sum over the cells`(_ primitive: Primitive) throws {
    guard let rule = primitive.tensorRule else { return }
    for trial in Trial.all(of: primitive) {
      let weights = try weights(trial)
      let analytic = try gradients(trial, weights: weights)
      let (graph, _, out) = try trial.graph()
      let value = graph.value(of: out, in: graph.forward())
      let application = try rule.application(
        x: trial.x.shape, y: trial.y?.shape ?? .scalar, attribute: trial.attribute)
      for slot in trial.operands.indices {
        for element in trial.operands[slot].elements.indices {
          var sum = 0.0
          withNumbers(trial, value) { numbers in
            rule.forEachCell(application, numbers, slot: slot, element: element) {
              sum += weights.elements[$0.out] * $0.derivative
            }
          }
          let exact = analytic[slot].elements[element]
          #expect((sum - exact).magnitude <= 1e-13 * max(1, exact.magnitude), "\(trial)")
        }
      }
    }
  }

  private func withNumbers(_ trial: Trial, _ value: Tensor, _ body: (Numbers) -> Void) {
    func read(_ elements: [Double]) -> [Double] { elements + [0] }
    let (x, y, out) = (read(trial.x.elements), read(trial.y?.elements ?? []), read(value.elements))
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        out.withUnsafeBufferPointer { out in
          guard let x = x.baseAddress, let y = y.baseAddress, let out = out.baseAddress else {
            return
          }
          body(Numbers(x: x, y: y, out: out))
        }
      }
    }
  }

  @Test(arguments: Primitive.all)
  func `pushing forward and pulling back agree`(_ primitive: Primitive) throws {
    for trial in Trial.all(of: primitive) {
      let weights = try weights(trial)
      let pulled = try gradients(trial, weights: weights)
      let (graph, operands, out) = try trial.graph()
      let values = graph.forward()
      for slot in operands.indices {
        let rates = try #require(
          graph.tensorTangents(from: operands[slot], values: values)[out.index])
        let forward = zip(rates.elements, weights.elements).map { $0 * $1 }.reduce(0, +)
        let backward = pulled[slot].elements.reduce(0, +)
        let scale = pulled[slot].elements.reduce(1) { $0 + $1.magnitude }
        #expect((forward - backward).magnitude <= 1e-12 * scale, "\(trial)")
      }
    }
  }

  @Test(arguments: Primitive.all)
  func `as numbers one by one the values are the same`(_ primitive: Primitive) throws {
    guard let rule = primitive.tensorRule else { return }
    for trial in Trial.all(of: primitive) {
      let (graph, _, out) = try trial.graph()
      let expected = graph.value(of: out, in: graph.forward())
      var scalars = Graph()
      let operands = trial.operands.map { $0.elements.map { scalars.input($0) } }
      let application = try rule.application(
        x: trial.x.shape, y: trial.y?.shape ?? .scalar, attribute: trial.attribute)
      let nodes = rule.expand(
        application, x: operands[0], y: operands.count > 1 ? operands[1] : [], in: &scalars)
      let values = scalars.forward()
      #expect(nodes.count == expected.elements.count)
      for (node, number) in zip(nodes, expected.elements) {
        let own = values[node.index]
        #expect(
          own == number || (own - number).magnitude <= 1e-12 * max(1, number.magnitude)
            || own.isNaN && number.isNaN, "\(trial)")
      }
    }
  }
}
