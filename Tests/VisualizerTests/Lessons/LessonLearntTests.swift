import Autograd
import CellGrid
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

/// `w` on the training screen: what was learnt becomes an edit of the text.
struct LessonLearntTests {
  private static let text = """
    # A line through the origin
    const x = [1, 2, 3]
    const y = [2, 4, 6]
    param w = 0.5   # the slope
    L = mean((w * x - y)^2)
    train(steps: 9, rate: 0.05)

    """

  /// With three steps made on the training screen.
  private func trained(_ text: String = text) throws -> Model {
    var model = try Model(text: text, size: Size(width: 100, height: 30))
    model.press(.character("T"), .character("T"))
    model.press(.character("t"), .character("t"), .character("t"))
    return model
  }

  private func source(_ model: Model) -> String? { model.lesson?.editor.scene.source.text }

  @Test func `the text holds it, u takes it back and w writes the file`() throws {
    var model = try trained()
    let learnt = try #require(model.lesson?.session?.training.parameters[0].tensor.elements[0])
    model.press(.character("w"))
    let changed = Self.text.replacing("0.5 ", with: "\(learnt) ")
    #expect(source(model) == changed)
    #expect(model.lesson?.overlay == nil && model.lesson?.session == nil)
    #expect(
      model.lesson?.notice?.text
        == "What 3 steps of training made is in the text now: u takes it back, w writes the file.")
    #expect(model.screenText.contains("test (edited)"))
    let effects = model.press(.character("w"))
    #expect(effects == [.writeScene(path: "test.txt", text: changed)])
    model.press(.character("u"))
    #expect(source(model) == Self.text)
  }

  @Test func `training goes on from there as it would have gone on`() throws {
    var straight = try trained()
    straight.press(.character("t"), .character("t"))
    var model = try trained()
    model.press(.character("w"), .character("T"), .character("T"))
    #expect(model.lesson?.session?.training.stepCount == 0)
    model.press(.character("t"), .character("t"))
    #expect(
      model.lesson?.session?.training.parameters[0].tensor
        == straight.lesson?.session?.training.parameters[0].tensor)
  }

  @Test func `what cannot be written keeps the training, and says why on its screen`() throws {
    let text = "const X = [[1, 2]]\ny = mlp(X, [1])\nL = sum(y)\ntrain(steps: 9, rate: 0.05)\n"
    var model = try trained(text)
    model.press(.character("w"))
    #expect(source(model) == text && model.lesson?.overlay == .training)
    let reason = "The text stays as it is: y.0.W, y.0.b have no lines of their own"
    #expect(model.screenText.contains(reason))
    #expect(model.screenText.contains("b)'."))
    model.press(.character("t"))
    #expect(!model.screenText.contains(reason))
    #expect(model.lesson?.session?.training.stepCount == 4)
  }

  @Test func `the screen of the training and the lesson after it`() throws {
    var model = try trained()
    var frames = [model.screenText]
    model.press(.character("w"))
    frames.append(model.screenText)
    try Goldens.expect(
      "learnt", frames.joined(separator: "\n" + String(repeating: "=", count: 100) + "\n"))
  }
}
