import Autograd
package import Playback
import SceneLanguage

/// Training on the screen: how far it is, whether it runs by itself, and the moment that is shown.
package struct TrainingSession: Sendable {
  package private(set) var training: Training
  package private(set) var isRunning = false
  let boundary: DecisionBoundary?
  /// Whether the rate or zeroing was changed since this was set to false.
  var hasOtherSettings = false

  init(_ training: Training) {
    self.training = training
    boundary = DecisionBoundary(training.scene)
  }

  /// How many steps the scene asks for.
  var plannedSteps: Int { training.plan.steps }

  mutating func toggleRunning() { isRunning.toggle() }
  mutating func pause() { isRunning = false }

  /// Makes as many steps as fit into about ten milliseconds, at least one, and stops at the number
  /// the scene asks for.
  mutating func work() {
    let count = max(1, 4_000_000 / training.workPerStep)
    for _ in 0..<count where isRunning {
      training.step()
      if training.stepCount == plannedSteps { isRunning = false }
    }
  }

  mutating func step() {
    isRunning = false
    training.step()
  }

  /// Goes on or back by so many steps.
  mutating func move(by count: Int) {
    isRunning = false
    if count < 0 {
      training.rewind(to: max(0, training.stepCount + count))
    } else {
      for _ in 0..<count { training.step() }
    }
  }

  /// Goes to the moment after so many steps.
  mutating func go(to count: Int) {
    isRunning = false
    training.go(to: count)
  }

  /// The next step, phase by phase.
  mutating func nextRun() -> Run { training.nextRun() }

  mutating func rewindToStart() {
    isRunning = false
    training.rewind(to: 0)
  }

  /// Twice as fast, or half as fast.
  mutating func changeRate(by factor: Double) {
    let rate = training.rate * factor
    guard rate.isFinite, rate != 0 else { return }
    training.rate = rate
    hasOtherSettings = true
  }

  mutating func toggleZeroing() {
    training.zeroesGradients.toggle()
    hasOtherSettings = true
  }
}
