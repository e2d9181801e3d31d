import CellGrid
import GraphLayout
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

/// A large graph is there at once, a cell for each node, and becomes boxes while nothing happens.
struct LessonLayoutTests {
  private func large() throws -> Model {
    let text = (["x0 = 1"] + (1...PendingPicture.patience).map { "x\($0) = x\($0 - 1) + 1" })
    return try Model(text: text.joined(separator: "\n"))
  }

  @Test func `a layout in passes is the layout`() {
    for name in [NetworkScenes.text(inputs: 2, layers: [3, 1]), "a = 1\nb = 2\nL = a + a"] {
      guard let scene = try? SceneFiles.scene(text: name) else { continue }
      let picture = Picture(run: Run(scene: scene), metrics: .full)
      var pending = PendingPicture(
        Picture(unplaced: Run(scene: scene), metrics: .full, scope: PictureScope()))
      for _ in Layout.passes.dropLast() { #expect(pending.advance() == nil) }
      #expect(pending.advance()?.drawing == picture.drawing)
    }
  }

  @Test func `a large graph is cells first, says what is done, and becomes boxes`() throws {
    var model = try large()
    #expect(model.hasWork)
    #expect(try #require(model.lesson).picture.metrics.zoom == .cells)
    #expect(model.screenText.contains("Drawing 8001 boxes: ranking, 1 of 4  Esc stops"))
    for _ in Layout.passes { _ = model.update(.workContinues) }
    #expect(!model.hasWork)
    #expect(try #require(model.lesson).picture.metrics.zoom == .boxes)
    #expect(model.screenText.contains("data"))
  }

  @Test func `keys work during a layout`() throws {
    var model = try large()
    _ = model.update(.workContinues)
    model.press(.character("n"), .character("]"))
    #expect(model.hasWork)
    #expect(try #require(model.lesson).player.cursor == 1)
    for _ in Layout.passes { _ = model.update(.workContinues) }
    let lesson = try #require(model.lesson)
    #expect(lesson.run.values[0] == 1.01)
    #expect(lesson.picture.metrics.zoom == .boxes)
    #expect(lesson.change != nil)
  }

  @Test func `an edit while the paths are laid out keeps the picture of the graph`() throws {
    var model = try large()
    for _ in Layout.passes { _ = model.update(.workContinues) }
    model.press(.home, .character("&"))
    #expect(model.hasWork)
    model.press(.character("]"))
    #expect(model.hasWork)
    #expect(try #require(model.lesson).picture.metrics.zoom == .boxes)
  }

  @Test func `Esc stops a layout and keeps the picture there is`() throws {
    var model = try large()
    _ = model.update(.workContinues)
    model.press(.escape)
    #expect(!model.hasWork)
    #expect(try #require(model.lesson).zoom == .cells)
    model.press(.character("z"))
    #expect(model.hasWork)
    for _ in Layout.passes { _ = model.update(.workContinues) }
    #expect(try #require(model.lesson).picture.metrics.zoom == .boxes)
  }

  @Test func `a large graph whose function is gone is drawn without its group`() throws {
    let chain = (1...PendingPicture.patience).map { "x\($0) = tanh(x\($0 - 1))" }
    let called = ["def f(a) = a * a", "x = 2", "x0 = f(x)"] + chain + ["fold f"]
    var model = try Model(text: called.joined(separator: "\n"))
    for _ in Layout.passes { _ = model.update(.workContinues) }
    #expect(try #require(model.lesson).picture.boxes.contains { $0.kind == .group })
    let inlined = (["x = 2", "x0 = x * x"] + chain).joined(separator: "\n")
    _ = model.update(.sceneRead(path: "test.txt", text: inlined))
    #expect(!model.screenText.isEmpty)
    #expect(try !#require(model.lesson).picture.boxes.contains { $0.kind == .group })
  }

  @Test(arguments: [Message.resized(Size(width: 80, height: 24)), .keyPressed(.character("z"))])
  func `groups folded during a layout stay folded when another one begins`(
    message: Message
  ) throws {
    var model = try called()
    model.press(.character("F"))
    _ = model.update(.workContinues)
    _ = model.update(message)
    for _ in Layout.passes { _ = model.update(.workContinues) }
    #expect(!model.hasWork)
    #expect(try #require(model.lesson).picture.scope.folding.closed == [0, 1])
  }

  @Test func `a second key folds the group around the one that is about to be folded`() throws {
    var model = try called()
    model.press(.character("/"))
    model.type("v1")
    model.press(.enter, .character("f"), .character("f"))
    for _ in Layout.passes { _ = model.update(.workContinues) }
    #expect(try #require(model.lesson).picture.scope.folding.closed == [0, 1])
  }

  /// A large graph that begins with a call, and one inside of it.
  private func called() throws -> Model {
    let chain = (1...PendingPicture.patience).map { "x\($0) = tanh(x\($0 - 1))" }
    let calls = ["def g(a) = a + a", "def f(a) = a * g(a)", "x = 2", "x0 = f(x)"]
    return try Model(text: (calls + chain).joined(separator: "\n"))
  }

  @Test func `a small graph is laid out at once`() throws {
    #expect(try !Model("chain.txt").hasWork)
  }
}
