import Autograd
import CellGrid
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

/// Steps of training that take longer than a key may wait.
struct TrainingJobTests {
  private static let text = """
    const X = randn(400, 100, seed: 1)
    const y = randn(400, seed: 2)
    param W = xavier(100, 50, seed: 3)
    param w = randn(50, seed: 4)
    L = mean((relu(X @ W) @ w - y)^2)
    train(steps: 60, rate: 0.001)

    """

  /// With the training on the screen, and begun.
  private func begun(_ text: String = text) throws -> Model {
    var model = try Model(text: text, size: Size(width: 100, height: 30))
    model.press(.character("T"))
    return model
  }

  private func nextJob(of model: inout Model) throws -> Job {
    let job = model.takeJob()
    return try #require(job)
  }

  private func losses(_ model: Model) -> [UInt64]? {
    model.lesson?.session?.training.losses.map(\.bitPattern)
  }

  @Test func `long steps are handed out one job after the other, and end where the scene says`()
    throws
  {
    var model = try begun()
    #expect(!model.hasWork)
    var count = 0
    while let job = model.takeJob() {
      let other = model.takeJob()
      #expect(other == nil)
      _ = model.finish(job.run())
      count += 1
    }
    #expect(count > 1 && model.lesson?.session?.isRunning == false)
    var straight = try #require(try begun().lesson?.session?.training)
    for _ in 0..<60 { straight.step() }
    #expect(losses(model) == straight.losses.map(\.bitPattern))
  }

  @Test func `short steps are no jobs`() throws {
    var model = try begun("param w = 2\nL = w^2\ntrain(steps: 5, rate: 0.1)\n")
    let job = model.takeJob()
    #expect(model.hasWork && job == nil)
  }

  @Test func `keys work during a job, and what they change holds behind it`() throws {
    var model = try begun()
    let job = try nextJob(of: &model)
    model.press(.character(">"))
    model.press(.character("0"))
    #expect(model.screenText.contains("training: step 0 of 60"))
    _ = model.finish(job.run())
    let session = try #require(model.lesson?.session)
    #expect(session.training.stepCount > 0)
    #expect(session.training.rate == 0.002 && !session.training.zeroesGradients)
  }

  @Test func `the keys for steps say where to go, and go there`() throws {
    var model = try begun()
    model.press(.character("T"))
    for key in [Key.pageDown, .right, .right, .left] { model.press(key) }
    #expect(model.screenText.contains("going to step 11: step 0 of 60"))
    while let job = model.takeJob() { _ = model.finish(job.run()) }
    #expect(model.screenText.contains("paused: step 11 of 60"))
    for _ in 0..<9 { model.press(.pageDown) }
    #expect(model.screenText.contains("going to step 60: step 11 of 60"))
    model.press(.home)
    while let job = model.takeJob() { _ = model.finish(job.run()) }
    #expect(losses(model) == [])
  }

  @Test func `what is given up, or of a scene that has changed, is dropped`() throws {
    var model = try begun()
    let paused = try nextJob(of: &model)
    model.press(.character("T"))
    _ = model.finish(paused.run())
    #expect(losses(model) == [])
    model.press(.character("T"))
    let old = try nextJob(of: &model)
    _ = model.update(.sceneRead(path: "test.txt", text: Self.text.replacing("400", with: "401")))
    _ = model.finish(old.run())
    #expect(model.lesson?.session == nil)
    model.press(.escape)
    model.press(.character("T"))
    let new = try nextJob(of: &model)
    _ = model.finish(old.run())
    #expect(losses(model) == [])
    _ = model.finish(new.run())
    #expect(losses(model)?.isEmpty == false)
  }
}
