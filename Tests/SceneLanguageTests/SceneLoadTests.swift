import Autograd
import SceneLanguage
import Testing

/// The scene that the language's definition shows.
let chain = """
  # The chain rule: L = -log σ(w·x²)
  # Watch how every step backward multiplies by one local derivative.

  x = 2
  w = 0.5
  a = x^2            # squares the input
  b = w * a
  c = sigmoid(b)
  g = log(c)
  L = -g

  expect L       = 0.12692801104297263
  expect grad(x) = -0.23840584404423537
  """

@Suite struct SceneLoadTests {
  @Test func `the scene of the definition loads with its title, notes and numbers`() throws {
    let scene = try loaded(chain)
    #expect(scene.title == "The chain rule: L = -log σ(w·x²)")
    #expect(
      scene.introduction == ["Watch how every step backward multiplies by one local derivative."])
    let names = scene.details.map { $0.name ?? "·" }
    #expect(names == ["x", "w", "·", "a", "b", "c", "g", "L"])
    #expect(
      scene.details.map { scene.statements[Int($0.statement)].line } == [4, 5, 6, 6, 7, 8, 9, 10])
    #expect(scene.statements[2].note == "squares the input")
    let values = scene.graph.forward()
    let gradients = scene.graph.backward(from: scene.output, values: values)
    #expect(scene.expectations.count == 2)
    for expectation in scene.expectations {
      let table = expectation.isGradient ? gradients : values
      #expect(abs(table[expectation.node.index] - expectation.value.elements[0]) < 1e-9)
    }
  }
}
