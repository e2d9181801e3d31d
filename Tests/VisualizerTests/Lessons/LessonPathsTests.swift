import Autograd
import CellGrid
import GraphLayout
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

/// A picture of only what is on a path through a node to the output.
struct LessonPathsTests {
  private static let text =
    NestedCalls.beginning + """
      lost = x * 3
      h = neuron(x, w, b)
      L = h * b
      """

  private func model(
    _ node: String, text: String = Self.text, size: Size = Size(width: 120, height: 40)
  ) throws -> Model {
    var model = try Model(text: text, size: size)
    model.press(.end)
    select(node, in: &model)
    return model
  }

  private func select(_ node: String, in model: inout Model) {
    model.press(.character("/"))
    model.type(node)
    model.press(.enter)
  }

  private func notice(_ model: Model) throws -> String? {
    try #require(model.lesson).notice?.text
  }

  @Test func `what is left out is named by a stub wherever it is an operand`() throws {
    var model = try model("w")
    model.press(.character("&"))
    #expect(
      try model.boxTitles() == [
        "w", "(v5)", "v6 = v5 · w", "(b)", "v7 = v6 + b", "h = tanh(v7)", "(b)", "L = h · b",
      ])
    #expect(try notice(model) == "Only the paths through w: 5 of 10 nodes; & shows all.")
    #expect(model.screenText.contains("only 5 of 10 nodes: paths through w"))
  }

  @Test func `the same key brings all nodes back, in the places they had`() throws {
    var model = try model("w")
    let before = try #require(model.lesson).picture
    model.press(.character("&"), .character("&"))
    #expect(try #require(model.lesson).picture.drawing == before.drawing)
    #expect(try notice(model) == "All nodes are shown again.")
    #expect(!model.screenText.contains("paths through"))
  }

  @Test func `of a node that leads nowhere it is said, and nothing changes`() throws {
    var model = try model("lost")
    let before = try #require(model.lesson).picture.drawing
    model.press(.character("&"))
    #expect(try #require(model.lesson).picture.drawing == before)
    #expect(try notice(model) == "No path leads from lost to L: all nodes stay.")
  }

  @Test func `of the output it is what the output depends on`() throws {
    var model = try model("L")
    model.press(.character("&"))
    #expect(try !model.boxTitles().contains { $0.hasPrefix("lost") || $0.hasPrefix("(") })
    #expect(try notice(model) == "Only what L depends on: 8 of 10 nodes; & shows all.")
  }

  @Test func `where every node is on a path nothing is left out`() throws {
    var model = try Model(text: "x = 2\nL = x * x")
    model.press(.end, .character("g"), .character("o"), .character("&"))
    #expect(try notice(model) == "Every node is on a path through L to L: all stay.")
    #expect(try #require(model.lesson).picture.scope.paths == nil)
  }

  @Test(arguments: ["w", "x", "b", "h", "L", "v5"], ["", "fold neuron", "fold sq"])
  func `no number changes, and every step that is stopped at is seen`(
    node: String, fold: String
  ) throws {
    var model = try model(node, text: Self.text + "\n" + fold)
    let before = try #require(model.lesson).run
    model.press(.character("&"), .home)
    for (forward, back) in [("n", "N"), ("s", "S")] as [(Character, Character)] {
      var cursors: [Int] = []
      while let lesson = model.lesson, lesson.player.cursor < lesson.run.stepCount {
        cursors.append(lesson.player.cursor)
        model.press(.character(forward))
        #expect(!model.screenText.isEmpty)
        let after = try #require(model.lesson)
        guard let step = after.player.current, !after.player.isAtEnd else { continue }
        #expect(after.shows(step) && !after.picture.plan.leavesOut(after.focus))
      }
      for cursor in cursors.reversed() {
        model.press(.character(back))
        #expect(try #require(model.lesson).player.cursor == cursor)
      }
    }
    let after = try #require(model.lesson).run
    #expect(after.values == before.values && after.gradients == before.gradients)
  }

  @Test func `a search for what is left out finds it and says so`() throws {
    var model = try model("w")
    model.press(.character("&"))
    select("lost", in: &model)
    let lesson = try #require(model.lesson)
    #expect(lesson.run.labels[lesson.selected] == "lost")
    #expect(try notice(model) == "lost is on none of the paths that are shown; & shows all.")
    model.press(.left, .right, .up, .down, .character("1"), .character("a"), .character("."))
    model.press(.character("M"), .tab)
    #expect(try #require(model.lesson).picture.plan.shows(#require(model.lesson).selected))
    model.press(.character("("), .character("&"))
    #expect(try model.boxTitles().contains { $0.hasPrefix("lost") })
  }

  @Test(arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func `a step at what is left out says so`(size: Size) throws {
    var model = try model("w", size: size)
    let sentence = "on none of the paths"
    model.press(.character("&"), .home, .character("n"))
    #expect(!model.screenText.contains(sentence))
    model.press(.end)
    #expect(model.screenText.contains(sentence))
  }

  @Test func `folding and unfolding keep the paths`() throws {
    var model = try model("w")
    model.press(.character("&"), .character("F"))
    #expect(try model.boxTitles() == ["w", "(x)", "(b)", "+ h = neuron", "(b)", "L = h · b"])
    model.press(.character("F"))
    #expect(try model.boxTitles().contains("v6 = v5 · w"))
    #expect(try !model.boxTitles().contains { $0.hasPrefix("lost") })
  }

  @Test(arguments: [Picture.Zoom.lines, .cells])
  func `every zoom shows the same nodes`(zoom: Picture.Zoom) throws {
    var model = try model("w")
    model.press(.character("&"))
    let nodes = try #require(model.lesson).picture.plan.subjects
    while try #require(model.lesson).zoom != zoom { model.press(.character("z")) }
    #expect(try #require(model.lesson).picture.plan.subjects == nodes)
    model.press(.character("Z"))
    #expect(model.screenText.contains("paths through w"))
  }

  @Test func `an edit and its undo keep the paths, and another output finds them anew`() throws {
    var model = try model("w")
    model.press(.character("&"), .character("]"), .character("u"))
    #expect(try model.boxTitles().count == 8)
    select("h", in: &model)
    model.press(.character("o"))
    #expect(try model.boxTitles().last == "h = tanh(v7)")
    select("lost", in: &model)
    model.press(.character("o"))
    #expect(try model.boxTitles().count == 10)
    #expect(try notice(model) == "Backward starts at lost. All nodes are shown again.")
  }

  @Test func `another text keeps the paths through the node of the same name`() throws {
    var model = try model("w")
    model.press(.character("&"))
    let longer = Self.text.replacing("x = 0.5", with: "y = 1\nx = 0.5 * y")
    _ = model.update(.sceneRead(path: "test.txt", text: longer))
    #expect(try model.boxTitles().first == "w")
    #expect(model.screenText.contains("paths through w"))
    _ = model.update(.sceneRead(path: "test.txt", text: "a = 2\nL = a * a"))
    #expect(try model.boxTitles() == ["a", "L = a · a"])
    #expect(try notice(model) == "Read again: the file changed. All nodes are shown again.")
  }

  @Test func `in a large graph the paths are found, drawn, and given up again`() throws {
    let chain = (1...PendingPicture.patience).map { "x\($0) = tanh(x\($0 - 1))" }
    let text = (["w = 1", "x0 = w * 2"] + chain).joined(separator: "\n")
    var model = try Model(text: text)
    for _ in Layout.passes { _ = model.update(.workContinues) }
    select("w", in: &model)
    model.press(.character("&"), .character("z"))
    #expect(model.hasWork)
    for _ in Layout.passes { _ = model.update(.workContinues) }
    #expect(try #require(model.lesson).picture.boxes.count == PendingPicture.patience + 3)
    #expect(try model.boxTitles().contains("(2)"))
    model.press(.character("&"))
    for _ in Layout.passes { _ = model.update(.workContinues) }
    #expect(try !model.boxTitles().contains("(2)"))
  }
}
