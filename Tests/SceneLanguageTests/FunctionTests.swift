import Autograd
import SceneLanguage
import Testing

@Suite struct FunctionTests {
  @Test func `every call makes a group, and groups nest`() throws {
    let scene = try loaded(
      """
      def affine(x, w, b) = w * x + b
      def neuron(x, w, b):
        # the sum before the bend
        z = affine(x, b: b, w: w)
        k = 2

        return tanh(z * k)

      fold neuron
      x = 1
      a = neuron(x, 0.5, 3)
      L = neuron(a, x, w: x) - affine(x, x, x)
      """.replacing("neuron(a, x, w: x)", with: "neuron(a, b: x, w: 0.25)"))
    #expect(scene.folds == ["neuron"])
    let shown = scene.groups.map { "\($0.function) \($0.call) in \($0.parent ?? -1)" }
    #expect(
      shown == [
        "neuron 1 in -1", "affine 1 in 0", "neuron 2 in -1", "affine 2 in 2", "affine 3 in -1",
      ])
    for group in scene.groups {
      for node in group.nodes {
        let line = scene.statements[Int(scene.details[node].statement)].line
        #expect(line == (group.nodes.lowerBound < 8 ? 11 : 12))
      }
    }
    let a = tanh2((0.5 * 1 + 3) * 2)
    let expected = tanh2((0.25 * a + 1) * 2) - 2
    #expect(abs((scene.graph.forward().last ?? 0) - expected) < 1e-15)
  }

  private func tanh2(_ x: Double) -> Double { Primitive.named("tanh")?.value(x) ?? 0 }

  @Test func `a parameter shadows a name of the scene`() throws {
    let scene = try loaded("x = 2\nw = 3\ndef f(x) = w * x\ny = f(5)\n")
    #expect(scene.graph.forward().last == 15)
  }

  @Test func `a function that hands its argument back makes no group and no node`() throws {
    let scene = try loaded("def same(x) = x\na = 2\nb = same(a)\nexpect b = 2\noutput b\n")
    #expect(scene.graph.count == 1)
    #expect(scene.groups.isEmpty)
    #expect(scene.output == NodeID(0))
  }

  @Test func `calls in calls go as deep as memory`() throws {
    var text = "def f0(x) = x + x\n"
    for level in 1...20_000 { text += "def f\(level)(x) = f\(level - 1)(x)\n" }
    let scene = try loaded(text + "a = 1\nb = f20000(a)\n")
    #expect(scene.groups.count == 20_001)
    #expect(scene.graph.forward().last == 2)
  }

  @Test func `a name is free for what the language calls only with brackets`() throws {
    let scene = try loaded(
      "sum = 2\noutput = sum * 3\ndef mse(p, t) = (p - t)^2\nL = mse(sum, output)\n")
    #expect(scene.graph.forward().last == 16)
  }
}
