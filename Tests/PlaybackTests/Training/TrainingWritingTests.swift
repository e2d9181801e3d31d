import Autograd
import Playback
import SceneLanguage
import Testing

/// What was learnt, in the scene's text.
struct TrainingWritingTests {
  private static let text = """
    # A network of one layer
    const X, labels = moons(20, noise: 0.1, seed: 3)
    param W = kaiming(2, 4, seed: 1)   # random at first
    param b = zeros(4)
    param v = [0.5, -0.5,
      0.25, 1]
    param unused = 1/3
    score = tanh(linear(X, W, b)) @ v
    L = mean((score - labels)^2)
    train(rate: 0.1)

    """

  private func training(_ scene: Scene) throws -> Training {
    try Training(scene, plan: try #require(scene.training))
  }

  private func bits(_ training: Training) -> [UInt64] {
    training.parameters.flatMap { $0.tensor.elements.map(\.bitPattern) }
  }

  @Test(arguments: [(0, 3), (1, 1), (7, 5), (40, 2)])
  func `so many steps, written, and so many more are the same as all of them, bit for bit`(
    first: Int, second: Int
  ) throws {
    var whole = try training(try Scene.reading(Self.text))
    whole.go(to: first + second)
    var part = try training(try Scene.reading(Self.text))
    part.go(to: first)
    var rest = try training(try part.learntScene(options: LoadOptions()).get())
    #expect(bits(rest) == bits(part))
    rest.go(to: second)
    #expect(bits(rest) == bits(whole))
    #expect(rest.losses.map(\.bitPattern) == whole.losses.suffix(second).map(\.bitPattern))
  }

  @Test func `numbers without tensors are written, too`() throws {
    var whole = try training(try Scene.reading("param w = 1/3\nL = (w - 2)^2\ntrain(rate: 0.1)\n"))
    whole.go(to: 5)
    let scene = try whole.learntScene(options: LoadOptions()).get()
    #expect(bits(try training(scene)) == bits(whole))
    #expect(scene.source.text.hasSuffix("\nL = (w - 2)^2\ntrain(rate: 0.1)\n"))
  }

  @Test func `what is not trained stays as it is written`() throws {
    var training = try training(try Scene.reading(Self.text))
    #expect(!training.hasLearnt)
    #expect(try training.learntScene(options: LoadOptions()).get().source.text == Self.text)
    training.step()
    #expect(training.hasLearnt)
    let lines = try training.learntScene(options: LoadOptions()).get().source.text
      .split(separator: "\n")
    let before = Self.text.split(separator: "\n")
    let changed = before.indices.filter { lines[$0] != before[$0] }
    #expect(changed == [2, 3, 4, 5])
    #expect(lines[2].hasPrefix("param W = [[") && lines[2].hasSuffix("]]   # random at first"))
  }

  @Test func `parameters of a layer without lines are refused before training`() throws {
    let scene = try Scene.reading(
      "const X = [[1, 2]]\nL = sum(mlp(X, [1]))\ntrain(rate: 0.1)\n")
    let refusal = try training(scene).obstacle(toWriting: LoadOptions())
    #expect(refusal?.reason.hasPrefix("L.0.W, L.0.b have no lines of their own, line 2") == true)
  }
}
