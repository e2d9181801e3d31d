import Autograd
import CellGrid
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

/// A graph so large that keys would have to wait for its numbers.
struct ModelComputingTests {
  private static let text = """
    const X = randn(400, 100, seed: 1)
    param W = xavier(100, 500, seed: 3)
    param b = 2
    L = mean(relu(X @ W)) * b
    train(steps: 60, rate: 0.001)

    """

  private func opened() throws -> Model {
    try Model(text: Self.text, size: Size(width: 100, height: 30))
  }

  private func job(of model: inout Model) throws -> Job {
    let job = model.takeJob()
    return try #require(job)
  }

  /// Does everything that is to be computed.
  private func settle(_ model: inout Model) {
    while let job = model.takeJob() { _ = model.finish(job.run()) }
  }

  @Test func `what a key computes is a job, and the same as without one`() throws {
    let keys = ["s", " ", "t", "s", "0", "t", "u", "]"].map { Key.character($0) }
    var (model, straight) = (try opened(), try opened())
    for key in keys {
      model.press(key)
      settle(&model)
      _ = straight.updateAtOnce(.keyPressed(key))
      #expect(model.screenText == straight.screenText)
    }
    #expect(model.lesson?.run.moment?.step == straight.lesson?.run.moment?.step)
  }

  @Test func `small graphs are computed at once`() throws {
    var model = try Model(text: "param w = 2\nL = w^2\ntrain(steps: 5, rate: 0.1)\n")
    model.press(.character("t"))
    #expect(!model.isComputing && model.lesson?.player.isAtEnd == true)
  }

  @Test func `while it is computed the screen says so, and keys that look are answered`() throws {
    var model = try opened()
    model.press(.character("t"))
    let job = try job(of: &model)
    #expect(model.screenText.contains("Computing. Esc gives it up."))
    #expect(model.lesson?.player.isAtStart == true)
    model.press(.character("d"))
    #expect(model.lesson?.digits == .all)
    model.press(.character("s"))
    _ = model.finish(job.run())
    #expect(model.isComputing, "the step behind it comes next")
    settle(&model)
    #expect(model.lesson?.digits == .all)
    #expect(model.lesson?.run.moment?.step == 2)
  }

  @Test func `Esc gives up what is computed, and what comes of it later is dropped`() throws {
    var model = try opened()
    let before = model.lesson?.player.cursor
    model.press(.character("t"))
    let job = try job(of: &model)
    model.press(.escape)
    #expect(!model.isComputing && model.screenText.contains("Given up: nothing has changed."))
    _ = model.finish(job.run())
    #expect(model.lesson?.player.cursor == before)
  }

  @Test func `a typed value is computed in sight, and stays typed when that is given up`() throws {
    var model = try opened()
    for key in ["/", "b"] { model.press(.character(Character(key))) }
    for key in [Key.enter, .character("e"), .control("u"), .character("3"), .enter] {
      model.press(key)
      if key != .enter { settle(&model) }
    }
    #expect(model.isComputing && model.screenText.contains("Computing. Esc gives it up."))
    model.press(.escape)
    #expect(model.screenText.contains("b = 3"))
    model.press(.enter)
    settle(&model)
    #expect(model.lesson?.run.scene.source.text.contains("param b = 3\n") == true)
    #expect(model.lesson?.isComputing == false)
  }

  @Test func `a window that changes its size meanwhile keeps it`() throws {
    var model = try opened()
    model.press(.character("t"))
    let job = try job(of: &model)
    _ = model.update(.resized(Size(width: 80, height: 24)))
    _ = model.finish(job.run())
    #expect(model.screen.size == Size(width: 80, height: 24))
    #expect(model.lesson?.player.isAtEnd == true)
  }
}
