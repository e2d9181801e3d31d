import Autograd
import CellGrid
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

/// The tensors of a lesson taken apart and put together by a key.
struct LessonScalarsTests {
  private static let text = """
    # A row for each sample, times the weights
    const X = [[1, 2], [3, -1]]
    param w = [0.5, -0.25]
    k = 2
    y = X @ w
    L = k * sum(y)

    """

  private func model(_ text: String = text) throws -> Model {
    try Model(text: text, size: Size(width: 110, height: 36))
  }

  private func label(_ model: Model) -> String? {
    model.lesson.map { $0.run.labels[$0.selected] }
  }

  @Test func `it says how many nodes there are, and how long the passes take once that is known`()
    throws
  {
    var model = try model()
    let taken = model.press(.character("#"))
    #expect(taken == [.timePasses])
    #expect(model.lesson?.notice?.text == "6 nodes became 15.")
    #expect(model.passesToTime?.forms.scalars.nodeCount == 15)
    _ = model.update(.passesTimed(tensors: 20_400, scalars: 315_000))
    #expect(
      model.lesson?.notice?.text
        == "6 nodes became 15: forward and backward took 0.32 ms, as tensors 0.02 ms.")
    #expect(model.passesToTime == nil)
    let put = model.press(.character("#"))
    #expect(put == [.timePasses])
    _ = model.update(.passesTimed(tensors: 999, scalars: 1_249_999_999))
    #expect(
      model.lesson?.notice?.text
        == "15 nodes became 6: forward and backward took 0.001 ms, as scalars 1.2 s.")
  }

  @Test func `times that nobody waits for say nothing`() throws {
    var model = try model()
    _ = model.update(.passesTimed(tensors: 1, scalars: 2))
    #expect(model.lesson?.notice == nil)
  }

  @Test func `the selection goes to its element and back`() throws {
    var model = try model()
    model.press(.character("/"))
    model.type("w")
    model.press(.enter, .character("b"), .character("#"))
    #expect(label(model) == "w[0]")
    model.press(.tab)
    #expect(label(model) == "w[1]")
    model.press(.character("#"))
    #expect(label(model) == "w")
    #expect(model.lesson?.player.breakpoints == model.lesson.map { [$0.selected] })
  }

  @Test func `the header says so, and end stays end`() throws {
    var model = try model()
    model.press(.end, .character("#"))
    let screen = model.screenText
    #expect(screen.contains("test as scalars"))
    #expect(model.lesson?.player.isAtEnd == true)
    _ = model.update(.passesTimed(tensors: 20_400, scalars: 315_000))
    try Goldens.expect("scalars", model.screenText)
    model.press(.character("#"))
    #expect(!model.screenText.contains("as scalars"))
    #expect(model.lesson?.player.isAtEnd == true)
  }

  @Test func `an edit there is undone here`() throws {
    var model = try model()
    model.press(.character("#"), .character("/"))
    model.type("k")
    model.press(.enter, .character("]"))
    let edited = model.lesson?.editor.scene.source.text
    #expect(edited?.contains("k = 2.02\n") == true)
    model.press(.character("#"), .character("u"))
    #expect(model.lesson?.editor.scene.source.text == Self.text)
    #expect(model.lesson?.run.values[2] == 2)
    model.press(.character("#"), .control("r"))
    #expect(model.lesson?.editor.scene.source.text == edited)
  }

  @Test func `numbers alone cannot be taken apart`() throws {
    var model = try model("x = 2\nL = x^2\n")
    let effects = model.press(.character("#"))
    #expect(effects == [])
    #expect(
      model.lesson?.notice?.text
        == "Every node is one number already: there are no tensors to take apart.")
  }

  @Test func `more nodes than the limit are refused with the sentence of the command line`() throws
  {
    var options = LoadOptions()
    options.maximumNodes = 14
    var model = Model(
      scene: try SceneFiles.scene(text: Self.text), path: nil, options: options,
      size: Size(width: 110, height: 36))
    let effects = model.press(.character("#"))
    #expect(effects == [])
    #expect(
      model.lesson?.notice?.text == "This stays as it is: the scene makes more than 14 nodes.")
  }

  @Test func `a training that was begun starts over, and what was chosen otherwise is told`() throws
  {
    var model = try model(Self.text + "train(rate: 0.1)\n")
    model.press(.character("t"), .character("t"), .character("/"))
    model.type("y")
    model.press(.enter, .character("o"), .character("t"), .character("#"))
    #expect(model.lesson?.run.moment?.step == 1)
    #expect(
      model.lesson?.notice?.text
        == "6 nodes became 15. The training starts over. Backward starts at L again.")
  }
}
