import Autograd
import Playback
import SceneLanguage
import Testing

/// Elements of parameters that no gradient reaches any more.
struct DeathTests {
  private func training(_ text: String) throws -> Training {
    let scene = try Scene.reading(text)
    return try Training(scene, plan: try #require(scene.training))
  }

  // h = relu(w·x) with x = 1, 2 and a target of 0: ∂L/∂w = 2·(1·w + 2·2w) = 10w while w > 0, so a
  // rate of 0.125 makes -0.25 w of it: one step, and it is dead.
  private static let unit = """
    const x = [1, 2]
    param w = 1
    h = relu(w * x)
    L = sum(h^2)
    train(rate: 0.125)

    """

  @Test func `the step of a death is the first one without a gradient`() throws {
    var training = try training(Self.unit)
    training.step()
    #expect(training.deaths.isEmpty)
    training.step()
    let death = try #require(training.deaths.first)
    #expect(training.deaths.count == 1)
    #expect(death.step == 2 && death.element == 0 && death.count == 1 && !death.hasLater)
    training.step()
    #expect(training.deaths == [death])
    #expect(
      training.deathSentences
        == ["w has received no gradient since step 2: h is 0 in step 3."])
  }

  @Test func `what never had a gradient has not died`() throws {
    var closed = try training(Self.unit.replacing("w = 1", with: "w = -1"))
    for _ in 0..<5 { closed.step() }
    #expect(closed.deaths.isEmpty)
  }

  @Test func `what gets a gradient again is alive again`() throws {
    // b changes its sign in every step, and w gets a gradient in every second one.
    var training = try training(
      "param b = 1\nparam w = 0\nL = relu(b + w) * 0.001 + b^2\ntrain(rate: 1)\n")
    var deaths: [Int] = []
    for _ in 0..<3 {
      training.step()
      deaths.append(training.deaths.count)
    }
    #expect(deaths == [0, 1, 0])
  }

  @Test func `with batches an epoch without gradients is a death, and less is not`() throws {
    // Only the one sample that is not 0 gives w a gradient, once in each of the 8 epochs until w
    // is 0.
    var training = try training(
      """
      const x = [0, 0, 1, 0]
      param w = 1
      L = sum(relu(w * x))
      train(rate: 0.125, batch: 1)

      """)
    for step in 1...60 {
      training.step()
      #expect(training.deaths.isEmpty == (step < 36))
    }
    let step = try #require(training.deaths.first?.step)
    #expect((30...33).contains(step))
  }

  @Test func `rewound, it is alive, and dies again in the same step`() throws {
    var training = try training(
      """
      const x = [1, 2, 3]
      param w = 0.5
      param b = 0.1
      L = mean((relu(w * x + b) - x)^2)
      train(rate: 0.205)

      """)
    for _ in 0..<90 { training.step() }
    let deaths = training.deaths
    #expect(deaths.map(\.step) == [5, 5])
    training.rewind(to: 4)
    #expect(training.deaths.isEmpty)
    training.step()
    #expect(training.deaths == deaths)
  }

  @Test func `a loss that is 0 kills nobody`() throws {
    var training = try training(
      "param w = 0.5\nh = relu(w * 2)\nL = relu(1.5 - h)\ntrain(rate: 0.125)\n")
    for _ in 0..<6 { training.step() }
    #expect(training.losses.last == 0 && training.deaths.isEmpty)
  }

  @Test func `the elements of a layer are told with their unit`() throws {
    // The second of two units is closed by a bias of -4 that its first step, of 10, makes.
    let text = """
      const X = [[1, 0], [0, 1]]
      param W = [[1, 1], [1, 1]]
      param b = [0, 0]
      h = relu(X @ W + b)
      L = sum(h @ [0.001, 1])
      train(rate: 2)

      """
    var training = try training(text)
    for _ in 0..<3 { training.step() }
    #expect(
      training.deathSentences
        == [
          "W[0, 1] and 1 more of W have received no gradient since step 2: "
            + "h[:, 1] is 0 for every sample of step 3.",
          "Elements of b have received none for some steps, either.",
        ])
  }
}
