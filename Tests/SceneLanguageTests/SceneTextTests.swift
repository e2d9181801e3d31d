import Autograd
import Testing

@testable import SceneLanguage

/// A graph recorded from Swift, written as a scene and read again.
struct SceneTextTests {
  private func reread(_ text: String) throws -> Scene {
    let source = Source(name: "tape.txt", text: text)
    switch Scene.load(source) {
    case .scene(let scene): return scene
    case .mistakes(let mistakes):
      Issue.record("\(mistakes.map { $0.rendered(in: source) })")
      throw CancellationError()
    }
  }

  @Test func `a recorded graph reads back as the same graph with the same numbers`() throws {
    var tape = Tape()
    let output = tape.record { tape in
      let x = tape.input(2).named("x")
      let w = tape.parameter(-0.5).named("w")
      let scaled = w * x * x + x / 3 - tape.constant(7)
      return -log(sigmoid(scaled)) + leakyRelu(scaled, slope: 0.1)
    }
    let scene = try reread(tape.sceneText(output: output))
    #expect(scene.graph.hasSameStructure(as: tape.graph))
    #expect(scene.graph.forward() == tape.graph.forward())
    #expect(scene.output == output)
    #expect(scene.details.compactMap(\.name).prefix(2) == ["x", "w"])
  }

  @Test func `every primitive is written so that it reads back`() throws {
    for primitive in Primitive.elementwise {
      var graph = Graph()
      let x = graph.input(0.25)
      let y = primitive.arity == 2 ? graph.input(0.75) : nil
      let output = graph.apply(primitive, x, y)
      let scene = try reread(graph.sceneText(output: output))
      #expect(scene.graph.hasSameStructure(as: graph), "\(primitive.name)")
    }
  }

  @Test func `names that are no names, or twice, and numbers that are none are still written`()
    throws
  {
    var graph = Graph()
    let a = graph.input(.infinity)
    let b = graph.input(.nan)
    let c = graph.input(-.infinity)
    let d = graph.apply(.add, a, b)
    let output = graph.apply(.multiply, d, c)
    let scene = try reread(
      graph.sceneText(output: output, names: [a: "x", b: "x", c: "exp", d: "my name"]))
    #expect(scene.graph.hasSameStructure(as: graph))
    #expect(scene.graph.forward()[0] == .infinity)
    #expect(scene.graph.forward()[1].isNaN)
    #expect(scene.graph.forward()[2] == -.infinity)
  }
}
