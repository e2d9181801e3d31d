import CellGrid
import Playback
import Testing

@testable import Visualizer

/// `=` and `d` while the training is on the screen.
struct ComparisonTests {
  private static let line = """
    # A line through one point
    const x = 2
    param w = 0.5
    param b = 0.25
    L = (w * x + b - 3)^2
    train(steps: 20, rate: 0.03125)

    """

  private static func model(_ text: String = line) throws -> Model {
    var model = try Model(text: text, size: Size(width: 80, height: 24))
    model.press(.character("T"))
    model.work()
    return model
  }

  private func compared(_ text: String = line, with variation: String) throws -> Model {
    var model = try Self.model(text)
    model.press(.character("="))
    model.type(variation)
    model.press(.enter)
    model.work()
    return model
  }

  @Test func `another rate, the place where the two part, and a death, on a small screen`() throws {
    var frames: [String] = []
    func note(_ title: String, _ model: Model) {
      let rule = String(repeating: "=", count: 79 - title.count)
      frames.append("\(title) \(rule)\n\(model.screenText)")
    }
    var model = try Self.model()
    model.press(.character("="))
    model.type("rate=fast")
    model.press(.enter)
    note("a rate that is no number", model)
    for _ in 0..<4 { model.press(.backspace) }
    model.type("0.0625")
    model.press(.enter)
    model.work()
    note("with twice the rate", model)
    model.press(.enter)
    note("where the two part", model)
    var dying = try Model("dying-relu.txt", size: Size(width: 80, height: 24))
    dying.press(.character("T"))
    dying.work()
    note("a unit has died", dying)
    dying.press(.character("d"))
    note("the step before", dying)
    try Goldens.expect("comparison", frames.joined(separator: "\n"))
  }

  @Test(
    arguments: [
      ("rate=0.0625", 1, .update), ("zero_grad=off", 2, .backward), ("b=0.5", 1, .forward),
    ] as [(String, Int, Step.Phase)])
  func `Enter shows the step, the phase and the node in which they part`(
    variation: String, step: Int, phase: Step.Phase
  ) throws {
    var model = try compared(with: variation)
    let difference = try #require(model.lesson?.session?.comparison?.pair.difference)
    model.press(.enter)
    let lesson = try #require(model.lesson)
    #expect(lesson.overlay == nil && lesson.run.moment?.step == step)
    #expect(lesson.player.current?.phase == phase && difference.phase == phase)
    #expect(lesson.player.current?.node == difference.node && lesson.selected == difference.node)
    #expect(lesson.notice?.text.hasPrefix("They part in the \(phase)") == true)
  }

  @Test func `both are made to the planned step, in the settings of the first`() throws {
    var model = try Self.model()
    model.press(.home, .character(">"), .right, .right, .character("="))
    model.type("w=1/2")
    model.press(.enter)
    model.work()
    let pair = try #require(model.lesson?.session?.comparison?.pair)
    #expect(pair.stepCount == 20 && pair.difference == nil)
    let own = try #require(model.lesson?.session?.training.losses)
    #expect(own.count == 2 && Array(pair.other.losses.prefix(2)) == own)
    #expect(model.screenText.contains("With w=1/2 every number is the same in all 20 steps."))
    // It was made in other settings than those that hold now.
    model.press(.character("0"))
    #expect(model.lesson?.session?.comparison == nil)
  }

  @Test func `what is typed stays on the line until Esc, and is pasted into, too`() throws {
    var model = try Self.model()
    model.press(.character("="))
    _ = model.update(.pasted("rate=0.1"))
    #expect(model.screenText.contains("against rate=0.1"))
    model.press(.escape)
    #expect(!model.screenText.contains("against") && model.lesson?.overlay == .training)
    model.press(.enter)
    #expect(model.screenText.contains("= begins a second one"))
  }

  @Test func `long steps are left to the command line`() throws {
    let model = try compared(
      """
      const X = randn(400, 100, seed: 1)
      param W = xavier(100, 50, seed: 3)
      L = mean(relu(X @ W)^2)
      train(steps: 3, rate: 0.001)

      """, with: "rate=1")
    #expect(model.lesson?.session?.comparison == nil)
    #expect(model.lesson?.session?.prompt?.mistake?.contains("train SCENE --against") == true)
  }

  @Test func `d goes to the first loss that is no number`() throws {
    var model = try Self.model("param x = 3\nL = x^4\ntrain(steps: 12, rate: 10)\n")
    let first = try #require(model.lesson?.session?.training.firstNonFiniteLoss)
    model.press(.character("d"))
    #expect(model.lesson?.session?.training.stepCount == first + 1)
    #expect(
      model.screenText.contains("Step \(first + 1) is the first one whose loss is no number."))
  }

  @Test func `d says when there is nothing to go to`() throws {
    var model = try Self.model()
    model.press(.character("d"))
    #expect(model.screenText.contains("no parameter has lost its gradient so far"))
    #expect(model.lesson?.session?.training.stepCount == 20)
  }
}

extension Model {
  /// Lets it work as long as it has something to do.
  fileprivate mutating func work() {
    while hasWork { _ = update(.workContinues) }
  }
}
