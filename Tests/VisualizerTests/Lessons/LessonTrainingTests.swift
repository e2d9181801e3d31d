import Autograd
import CellGrid
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

/// The phases of training, key by key.
struct LessonTrainingTests {
  /// With room for the whole graph: where a picture is scrolled, it moves as little as it must.
  private static let size = Size(width: 220, height: 40)

  private static let scalars = """
    const x = 2
    param w = 0.5
    param b = 0.1
    L = (w * x + b - 3)^2

    """

  private static let tensors = """
    const X = [[1, 2], [3, -1], [0, 1], [2, 2], [1, 1]]
    const y = [1, 2, -1, 3, 0]
    param w = [0.5, -0.25]
    L = mean((X @ w - y)^2)

    """

  private func model(_ text: String, _ plan: String) throws -> Model {
    try Model(text: text + "train(steps: 9, \(plan))\n", size: Self.size)
  }

  @Test(
    arguments: [("s", "S"), ("n", "N"), ("c", "C")] as [(Character, Character)],
    [
      (scalars, "rate: 0.05"), (scalars, "rate: 0.05, optimizer: adam, zero_grad: off"),
      (tensors, "rate: 0.05, optimizer: momentum"), (tensors, "rate: 0.05, batch: 2"),
    ])
  func `on through three steps of training and back, every screen is the same`(
    keys: (forward: Character, back: Character), scene: (text: String, plan: String)
  ) throws {
    var model = try model(scene.text, scene.plan)
    var screens: [String] = []
    while model.lesson?.run.moment?.step ?? 0 < 4 {
      screens.append(model.screenText)
      model.press(.character(keys.forward))
    }
    #expect(screens.count > 12)
    while let screen = screens.popLast() {
      model.press(.character(keys.back))
      #expect(model.screenText == screen)
    }
    model.press(.character(keys.back))
    #expect(model.lesson?.notice?.text == "This is the start: nothing is computed yet.")
  }

  @Test func `t goes to the end of the step, then to the end of the next one`() throws {
    var model = try model(Self.scalars, "rate: 0.05")
    let w = NodeID(1)
    for step in 1...3 {
      model.press(.character("t"))
      let lesson = try #require(model.lesson)
      #expect(lesson.run.moment?.step == step)
      #expect(lesson.player.isAtEnd)
      #expect(lesson.notice?.text.hasPrefix("Step \(step) of training: the loss was ") == true)
    }
    var training = try Training(
      try SceneFiles.scene(text: Self.scalars + "train(rate: 0.05)\n"),
      plan: try #require(model.lesson?.run.scene.training))
    for _ in 0..<3 { training.step() }
    let lesson = try #require(model.lesson)
    #expect(
      lesson.run.value(of: w, at: lesson.player.cursor) == training.parameters[0].tensor.number)
    model.press(.character("C"), .character("t"))
    #expect(model.lesson?.run.moment?.step == 3)
  }

  @Test func `without a line train a scene ends where it ended`() throws {
    var model = try Model(text: Self.scalars, size: Self.size)
    model.press(.end, .character(" "))
    #expect(model.lesson?.notice?.text == "This is the last step.")
    #expect(model.lesson?.run.moment == nil)
    model.press(.character("0"))
    #expect(model.lesson?.notice?.text.hasPrefix("The scene has no training") == true)
  }

  @Test func `zero_grad can be forgotten and put in again where the cursor is`() throws {
    var model = try model("param a = 2\nb = 3 * a\nL = b * b\n", "rate: 0")
    model.press(.character("t"), .character("t"))
    let before = model.lesson?.player.current?.kind
    #expect(model.lesson?.run.gradients[0] == 36)
    model.press(.character("0"))
    #expect(model.lesson?.run.gradients[0] == 72)
    #expect(model.lesson?.player.current?.kind == before)
    model.press(.character("t"))
    #expect(model.lesson?.run.gradients[0] == 108)
    model.press(.character("0"))
    #expect(model.lesson?.run.gradients[0] == 36)
    model.press(.home, .character("S"))
    #expect(model.lesson?.run.gradients[0] == 72)
  }

  @Test func `the first step and the last one know where they are`() throws {
    var model = try model(Self.scalars, "rate: 0.05")
    model.press(.character("t"), .end)
    #expect(
      model.lesson?.notice?.text
        == "This is the last step before training step 2; Space goes on.")
    model.press(.character(" "))
    #expect(model.screenText.contains("Training step 2 of 9 begins"))
    model.press(.home)
    #expect(model.lesson?.run.moment?.step == 1)
    #expect(model.lesson?.player.cursor == 0)
  }

  @Test(arguments: [Key.character("]"), .character("o")])
  func `an edit, or another output, starts over`(key: Key) throws {
    var model = try model(Self.scalars, "rate: 0.05")
    model.press(.character("t"), .character("t"), .character("/"))
    model.type("w")
    model.press(.enter, key)
    let lesson = try #require(model.lesson)
    #expect(lesson.session == nil)
    #expect(lesson.run.moment?.step == 1)
    #expect(lesson.run.values == lesson.editor.run.values)
  }

  @Test func `a file that changed starts over`() throws {
    var model = try model(Self.scalars, "rate: 0.05")
    model.press(.character("t"), .character("t"))
    let text = Self.scalars.replacing("0.1", with: "0.2") + "train(rate: 0.5)\n"
    _ = model.update(.sceneRead(path: "test.txt", text: text))
    let lesson = try #require(model.lesson)
    #expect(lesson.session == nil)
    #expect(lesson.run.moment?.step == 1)
    #expect(lesson.run.moment?.rate == 0.5)
    #expect(lesson.run.values[2] == 0.2)
  }

  @Test func `what was trained over the picture is shown under it`() throws {
    var model = try model(Self.scalars, "rate: 0.05")
    model.press(.character("T"), .character("t"), .character("t"), .character("t"), .escape)
    let shown = try #require(model.lesson)
    #expect(shown.run.moment?.step == 3)
    #expect(shown.player.isAtEnd)
    var other = try self.model(Self.scalars, "rate: 0.05")
    other.press(.character("t"), .character("t"), .character("t"))
    #expect(shown.run.values == other.lesson?.run.values)
    // Nothing was changed in between: the place stays.
    model.press(.character("N"), .character("T"), .character(" "), .escape)
    #expect(model.lesson?.run.moment?.step == 3)
    #expect(model.lesson?.player.cursor == shown.player.cursor - 1)
    // Back, without zeroing, and on again: the step is another one.
    model.press(.end, .character("T"), .left, .character("0"), .right, .escape)
    #expect(model.lesson?.run.moment?.step == 3)
    #expect(model.lesson?.run.moment?.zeroesGradients == false)
    model.press(.character("T"), .home, .escape)
    #expect(model.lesson?.run.moment?.step == 1)
    #expect(model.lesson?.player.isAtStart == true)
  }

  @Test func `with batches the scene comes first, then the steps on their samples`() throws {
    var model = try model(Self.tensors, "rate: 0.05, batch: 2")
    model.press(.end)
    #expect(model.lesson?.run.moment == nil)
    model.press(.character(" "))
    #expect(model.screenText.contains("It sees 2 of the 5 samples."))
    model.press(.end)
    #expect(model.screenText.contains("The gradient is that of 2 of 5 samples."))
    model.press(.home, .character("N"))
    #expect(model.lesson?.run.moment == nil)
    #expect(model.lesson?.player.isAtEnd == true)
  }

  @Test func `a step is worked out once, not at every key`() throws {
    var model = try model(Self.scalars, "rate: 0.05")
    model.press(.character("t"))
    let session = try #require(model.lesson)
    #expect(session.session == nil)
    model.press(.character("n"), .character("n"), .character("s"), .character("c"))
    #expect(model.lesson?.session?.training.stepCount == 1)
  }

  @Test func `a step of training on a small screen`() throws {
    var model = try Model(
      text: "# A line through three points\n" + Self.scalars
        + "# Every step of training has these phases.\ntrain(steps: 9, rate: 0.05)\n",
      size: Size(width: 80, height: 24))
    var frames: [String] = []
    func note(_ title: String) {
      let rule = String(repeating: "=", count: 79 - title.count)
      frames.append("\(title) \(rule)\n\(model.screenText)")
    }
    model.press(.character("t"))
    note("the end of the first step")
    model.press(.character(" "))
    note("the second step begins")
    model.press(.character("c"))
    note("forward done")
    model.press(.character(" "))
    note("zero")
    model.press(.character("c"), .character("c"), .character(" "))
    note("an update")
    model.press(.character("t"), .character("t"), .character("0"), .character("C"))
    note("zero_grad forgotten")
    try Goldens.expect("training-steps", frames.joined(separator: "\n"))
  }
}
