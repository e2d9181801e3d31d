import Autograd
import Playback
import SceneLanguage
import Testing

struct TrainingTests {
  private func training(_ text: String) throws -> Training {
    let source = Source(name: "scene.txt", text: text)
    guard case .scene(let scene) = Scene.load(source) else { throw Rejected() }
    return try Training(scene, plan: try #require(scene.training))
  }

  private struct Rejected: Error {}

  private func numbers(_ training: Training) -> [Double] {
    training.parameters.flatMap(\.tensor.elements)
  }

  @Test func `a step of sgd goes against the gradient`() throws {
    var training = try training("param x = 3\nL = x * x\ntrain(rate: 0.125)\n")
    #expect(training.step() == 9)
    #expect(numbers(training) == [2.25])
    #expect(training.step() == 5.0625)
    #expect(training.losses == [9, 5.0625])
  }

  @Test func `momentum adds up gradients, each older one weighing less`() throws {
    var training = try training(
      "param x = 3\nL = 4 * x\ntrain(rate: 0.125, optimizer: momentum, momentum: 0.5)\n")
    for _ in 0..<3 { training.step() }
    // v = 4, 6, 7; x = 3 - 0.5 - 0.75 - 0.875
    #expect(numbers(training) == [0.875])
  }

  @Test func `the first steps of adam are as long as the rate, whatever the gradient`() throws {
    for slope in ["0.001", "1", "1000"] {
      var training = try training(
        "param x = 3\nL = \(slope) * x\ntrain(rate: 0.1, optimizer: adam)\n")
      training.step()
      #expect((numbers(training)[0] - 2.9).magnitude < 2e-6)
      training.step()
      #expect((numbers(training)[0] - 2.8).magnitude < 4e-6)
    }
  }

  @Test func `where gradients are not set to 0 each step adds to those before`() throws {
    var training = try training("param x = 3\nL = 4 * x\ntrain(rate: 0.125, zero_grad: off)\n")
    for _ in 0..<3 { training.step() }
    // The gradients are 4, 8 and 12.
    #expect(numbers(training) == [0])
    training.zeroesGradients = true
    training.step()
    #expect(numbers(training) == [-0.5])
  }

  @Test func `zeroing that is left out from some step on adds to what the step before left`() throws
  {
    var training = try training("param x = 3\nL = 4 * x\ntrain(rate: 0.125)\n")
    training.step()
    training.zeroesGradients = false
    training.step()
    // The gradients are 4 and 8.
    #expect(numbers(training) == [1.5])
    training.rewind(to: 1)
    training.step()
    #expect(numbers(training) == [1.5])
  }

  private static let network = """
    const X, labels = moons(50, noise: 0.1, seed: 3)
    y = 2 * labels - 1
    score = squeeze(mlp(X, [8, 1], activation: tanh, seed: 2))
    L = mse(score, y)

    """

  @Test(arguments: ["sgd", "momentum", "adam"], ["", ", batch: 16"])
  func `rewound five hundred steps and run again, the parameters are the same bit by bit`(
    optimizer: String, batch: String
  ) throws {
    var training = try training(
      Self.network + "train(rate: 0.05, optimizer: \(optimizer)\(batch))\n")
    for _ in 0..<620 { training.step() }
    let (state, losses) = (training.state, training.losses)
    training.rewind(to: 120)
    #expect(training.stepCount == 120)
    #expect(training.losses == Array(losses.prefix(120)))
    #expect(training.state != state)
    for _ in 0..<500 { training.step() }
    #expect(training.state == state)
    #expect(training.losses == losses)
  }

  @Test func `the same scene gives the same losses on every run`() throws {
    let text = Self.network + "train(rate: 0.05, batch: 7)\n"
    var (one, other) = (try training(text), try training(text))
    for _ in 0..<40 { #expect(one.step() == other.step()) }
    #expect(one.state == other.state)
    #expect((one.losses.last ?? 1) < one.losses[0])
  }

  @Test func `an epoch sees every sample once, the last batch with what is left`() throws {
    // The loss is the mean of the batch, so its sum over an epoch, weighed, is that of all samples.
    var training = try training(
      "const x = [1, 2, 4, 8, 16, 32, 64]\nparam w = 1\nL = mean(w * x)\n"
        + "train(rate: 0, batch: 3)\n")
    #expect(training.stepsPerEpoch == 3)
    var epochs: [[Double]] = []
    for _ in 0..<4 { epochs.append([training.step(), training.step(), training.step()]) }
    for epoch in epochs {
      let sum = epoch[0] * 3 + epoch[1] * 3 + epoch[2]
      #expect((sum - 127).magnitude < 1e-12)
    }
    #expect(Set(epochs).count > 1)
  }

  @Test func `numbers and tensors are trained alike`() throws {
    let plan = "train(rate: 0.1)\n"
    var tensors = try training("const x = [1, 2]\nparam w = [0.5, -1]\nL = sum((w * x)^2)\n" + plan)
    var numbers = try training(
      "const a = 1\nconst b = 2\nparam u = 0.5\nparam v = -1\nL = (u*a)^2 + (v*b)^2\n" + plan)
    for _ in 0..<10 { #expect(tensors.step() == numbers.step()) }
    #expect(self.numbers(tensors) == self.numbers(numbers))
  }

  @Test func `what cannot be trained says why`() throws {
    #expect(throws: Training.Obstacle.noParameters) {
      try training("x = 3\nL = x * x\ntrain(rate: 0.1)\n")
    }
    #expect(throws: Training.Obstacle.batchTooLarge(5, samples: 2)) {
      try training("const x = [1, 2]\nparam w = 1\nL = sum(w * x)\ntrain(rate: 0.1, batch: 5)\n")
    }
  }

  @Test func `a loss that is no number any more is found`() throws {
    var training = try training("param x = 3\nL = x^4\ntrain(rate: 10)\n")
    for _ in 0..<12 { training.step() }
    let step = try #require(training.firstNonFiniteLoss)
    #expect(training.losses[step].isFinite == false)
    #expect(training.losses[..<step].allSatisfy { $0.isFinite })
  }
}
