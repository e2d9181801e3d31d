import CellGrid
import Playback
import Testing

@testable import Visualizer

/// How far a training goes by itself.
struct TrainingSessionTests {
  private static let text = "param w = 2\nL = w^2\ntrain(steps: 5, rate: 0.1)\n"

  private func begun() throws -> Model {
    var model = try Model(text: Self.text, size: Size(width: 100, height: 30))
    model.press(.character("T"))
    return model
  }

  private func run(_ model: inout Model) {
    for _ in 0..<100 where model.hasWork { _ = model.update(.workContinues) }
  }

  @Test func `it stops at the number that is planned, and run again after as many more`() throws {
    var model = try begun()
    for count in [5, 10, 15] {
      #expect(model.screenText.contains("training: step \(count - 5) of \(count)"))
      run(&model)
      #expect(model.lesson?.session?.training.stepCount == count)
      #expect(model.screenText.contains("paused: step \(count) of \(count)"))
      model.press(.character("T"))
    }
  }

  @Test func `steps made by hand beyond the plan count towards the next end`() throws {
    var model = try begun()
    run(&model)
    model.press(.character("t"), .character("t"))
    #expect(model.screenText.contains("paused: step 7 of 10"))
    model.press(.character("T"))
    run(&model)
    #expect(model.screenText.contains("paused: step 10 of 10"))
    model.press(.home)
    #expect(model.screenText.contains("ready to train: step 0 of 5"))
  }

  @Test func `a step beyond the plan says so in the lesson, too`() throws {
    var model = try begun()
    run(&model)
    model.press(.escape)
    #expect(model.screenText.contains("step 5 of 5"))
    model.press(.character(" "))
    #expect(model.screenText.contains("Training step 6 of 10 begins"))
  }
}
