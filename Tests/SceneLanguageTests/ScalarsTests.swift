import Autograd
import SceneLanguage
import Testing

/// Every element a node of its own, beside the tensors it is an element of.
struct ScalarsTests {
  private func scene(_ text: String, scalars: Bool) throws -> Scene {
    var options = LoadOptions()
    options.makesScalars = scalars
    return try loaded(text, options: options)
  }

  private static let small = SceneFiles.all.filter { name in
    guard case .scene(let scene) = Scene.load(SceneFiles.source(name)) else { return false }
    return scene.graph.elementCount < 20_000 && scene.graph.expandedCount < 200_000
  }

  @Test(arguments: small)
  func `values and gradients are those of the tensors`(name: String) throws {
    let text = SceneFiles.source(name).text
    let (tensors, scalars) = (try scene(text, scalars: false), try scene(text, scalars: true))
    #expect(scalars.graph.isScalar)
    let expansion = tensors.graph.expanded()
    let values = tensors.graph.forward()
    let gradients = tensors.graph.backward(from: tensors.output, values: values)
    let receives = tensors.graph.receivesGradient(from: tensors.output)
    let ownValues = scalars.graph.forward()
    let ownGradients = scalars.graph.backward(from: scalars.output, values: ownValues)
    for node in tensors.graph.nodes {
      let value = tensors.graph.value(of: node, in: values).elements
      for (place, element) in expansion.elements[node.index].enumerated() {
        #expect(isNear(ownValues[element.index], value[place]), "\(name), node \(node.index)")
      }
      // An element that is only moved to another place shares its node.
      let isOwn = expansion.starts[node.index] < expansion.starts[node.index + 1]
      guard receives[node.index], isOwn, tensors.graph.operation(of: node).isLeaf,
        let gradient = tensors.graph.gradient(of: node, in: gradients)?.elements
      else { continue }
      for (place, element) in expansion.elements[node.index].enumerated() {
        #expect(isNear(ownGradients[element.index], gradient[place]), "\(name), node \(node.index)")
      }
    }
  }

  private func isNear(_ own: Double, _ other: Double) -> Bool {
    own == other || (own.isNaN && other.isNaN)
      || (own - other).magnitude <= 1e-12 * max(1, other.magnitude)
  }

  @Test func `elements go by their places, and expectations are those of each`() throws {
    let scene = try scene(
      "A = [[1, 2], [3, 4]]\nb = A @ [1, -1]\nL = sum(b)\nexpect b = [-1, -1]\n", scalars: true)
    let names = scene.details.compactMap(\.name)
    #expect(names == ["A[0, 0]", "A[0, 1]", "A[1, 0]", "A[1, 1]", "b[0]", "b[1]", "L"])
    #expect(scene.expectations.map(\.name) == ["b[0]", "b[1]"])
  }

  @Test func `too many nodes are refused before they are made`() throws {
    var options = LoadOptions()
    options.makesScalars = true
    options.maximumNodes = 1_000
    let text = "A = ones(100, 100)\nB = A @ A\n"
    #expect(mistakes(text, options: options).map(\.kind) == [.tooManyNodes])
  }
}
