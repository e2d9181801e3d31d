import Autograd
import Playback
import SceneLanguage
import Testing

/// Two trainings side by side.
struct LockstepTests {
  private func training(_ text: String) throws -> Training {
    let scene = try Scene.reading(text)
    return try Training(scene, plan: try #require(scene.training))
  }

  private func pair(_ text: String, _ variation: String, steps: Int = 5) throws -> Lockstep {
    var pair = try Lockstep(
      try training(text), against: try #require(Variation(variation)), options: LoadOptions())
    for _ in 0..<steps { pair.step() }
    return pair
  }

  private func sentence(_ text: String, _ variation: String, steps: Int = 5) throws -> String? {
    let pair = try pair(text, variation, steps: steps)
    let change = try #require(Variation(variation))
    return pair.difference.map { pair.sentence($0, against: change) }
  }

  private static let line = """
    const x = 2
    param w = 0.5
    param b = 0.25
    L = (w * x + b - 3)^2
    train(steps: 9, rate: 0.125)

    """

  private static let tensors = """
    const X, labels = moons(30, noise: 0.1, seed: 3)
    param W = randn(2, 3, seed: 5)
    param b = zeros(3)
    param k = 0.3
    h = tanh(X @ W + b) * k
    L = mean((sum(h, axis: 1) - labels)^2)

    """

  // L = (w·x + b - 3)² with w·x + b - 3 = -1.75: ∂L/∂w = 2·(-1.75)·2 = -7, ∂L/∂b = -3.5.
  @Test(
    arguments: [
      ("rate=0.25", "They part in the update of step 1: w becomes 1.375, and 2.25 with rate=0.25."),
      ("b=0.5", "They part in the forward pass of step 1: b is 0.25, and 0.5 with b=0.5."),
      ("x = 1", "They part in the forward pass of step 1: x is 2, and 1 with x=1."),
      (
        "zero_grad=off",
        "They part in the backward pass of step 2: the gradient of w is 1.75, and -5.25 with "
          + "zero_grad=off."
      ),
      (
        "momentum=0.5",
        "They part in the update of step 2: w becomes 1.156, and 1.594 with momentum=0.5."
      ),
      (
        "optimizer=adam",
        "They part in the update of step 1: w becomes 1.375, and 0.625 with optimizer=adam."
      ),
    ])
  func `the first number that differs is found with its step and phase`(
    variation: String, expected: String
  ) throws {
    #expect(try sentence(Self.line, variation) == expected)
  }

  @Test(arguments: ["rate=0.125", "w=1/2", "zero_grad=on", "momentum=0", "optimizer=sgd"])
  func `what changes nothing has no difference`(variation: String) throws {
    let pair = try pair(Self.line, variation)
    #expect(pair.difference == nil)
    #expect(pair.one.losses == pair.other.losses && pair.stepCount == 5)
  }

  @Test func `nan is equal to nan, and a zero is told from a negative one`() throws {
    let broken = "param w = 0\nL = log(w - 1)\ntrain(rate: 0.1)\n"
    #expect(try pair(broken, "rate=0.1", steps: 3).difference == nil)
    #expect(
      try sentence("param w = 0\nL = w * w\ntrain(rate: 0.1)\n", "w=-0")
        == "They part in the forward pass of step 1: w is 0, and -0 with w=-0.")
  }

  @Test(arguments: ["", ", batch: 7", ", optimizer: adam, batch: 7"])
  func `both do what they do alone, and part where a search over all numbers finds it`(
    plan: String
  ) throws {
    let text = Self.tensors + "train(rate: 0.1\(plan))\n"
    let pair = try pair(text, "k=0.4", steps: 12)
    var (one, other) = (try training(text), try training(text.replacing("0.3\n", with: "0.4\n")))
    for _ in 0..<12 {
      one.step()
      other.step()
    }
    #expect(pair.one.state == one.state && pair.other.state == other.state)
    let difference = try #require(pair.difference)
    #expect(difference.step == 1 && difference.phase == .forward)
    #expect(pair.name(of: difference) == "k" && pair.index(of: difference) == nil)
  }

  @Test func `of a tensor the first element is told, in row-major order`() throws {
    let text = """
      param W = [[1, 2], [3, 4]]
      const X = [[1, 0], [0, 1]]
      L = sum((X @ W)^2)
      train(steps: 3, rate: 0.25)

      """
    let pair = try pair(text, "W=[[1, 2], [3, 5]]")
    let difference = try #require(pair.difference)
    #expect(pair.index(of: difference) == [1, 1])
    #expect(difference.numbers?.element == 3)
    #expect(difference.numbers?.one == 4 && difference.numbers?.other == 5)
    #expect(
      try sentence(text, "rate=0.5")
        == "They part in the update of step 1: W[0, 0] becomes 0.5, and 0 with rate=0.5.")
  }

  @Test func `graphs of another form part at the first such node`() throws {
    let text = """
      const X = [1, 2, 3]
      param w = 2
      L = sum(w * X)
      train(steps: 3, rate: 0.25)

      """
    let pair = try pair(text, "X=[1, 2]")
    let difference = try #require(pair.difference)
    #expect(pair.name(of: difference) == "X" && difference.numbers == nil)
    #expect(
      try sentence(text, "X=[1, 2]")
        == "They part in the forward pass of step 1: X has another form with X=[1, 2].")

    var other = Lockstep(
      try training("param w = 2\na = w * w\nL = a + 1\ntrain(rate: 0.1)\n"),
      try training("param w = 2\na = w + w\nL = a + 1\nM = L * 2\ntrain(rate: 0.1)\n"))
    other.step()
    let first = try #require(other.difference)
    #expect(other.name(of: first) == "a" && first.numbers == nil && first.phase == .forward)
  }

  @Test func `more samples in batches of the same size part where their numbers do`() throws {
    let text = "const X = ones(9)\nparam w = 2\nL = sum(w * X)\ntrain(rate: 0.25, batch: 3)\n"
    // Ten are three batches and a rest of one, which the nine do not have.
    let pair = try pair(text, "X=ones(10)", steps: 8)
    let difference = try #require(pair.difference)
    #expect(difference.step == 4 && pair.name(of: difference) == "X")
    #expect(difference.numbers == nil)
  }

  @Test(
    arguments: [
      ("ww=3", "no leaf and no setting of training is called 'ww'; did you mean 'w'?"),
      ("rat=3", "no leaf and no setting of training is called 'rat'; did you mean 'rate'?"),
      ("L=3", "L is computed; only a number in the text can be edited"),
      ("w=", nil), ("=3", nil), ("rate", nil),
      ("rate=fast", "rate is a finite number, such as 0.1"),
      ("rate=1/0", "rate is a finite number, such as 0.1"),
      ("momentum=x", "momentum is a finite number, such as 0.1"),
      ("optimizer=best", "optimizer is sgd, momentum or adam"),
      ("zero_grad=0", "zero_grad is on or off"),
    ] as [(String, String?)])
  func `what cannot be changed says why`(text: String, reason: String?) throws {
    guard let reason else {
      #expect(Variation(text) == nil)
      return
    }
    let variation = try #require(Variation(text))
    let mistake = #expect(throws: Variation.Mistake.self) {
      try Lockstep(try training(Self.line), against: variation, options: LoadOptions())
    }
    #expect(mistake?.message.hasPrefix(reason) == true, "\(mistake?.message ?? "")")
  }

  @Test func `a leaf that is called like a setting is the leaf`() throws {
    let text = "param rate = 2\nL = rate * rate\ntrain(rate: 0.25)\n"
    #expect(
      try sentence(text, "rate=3")
        == "They part in the forward pass of step 1: rate is 2, and 3 with rate=3.")
  }
}
