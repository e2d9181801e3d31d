import Autograd
package import Playback
import SceneLanguage

/// Training on the screen: how far it is, whether it runs by itself, and the moment that is shown.
package struct TrainingSession: Sendable {
  package private(set) var training: Training
  package private(set) var isRunning = false
  let boundary: DecisionBoundary?

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

  mutating func rewindToStart() {
    isRunning = false
    training.rewind(to: 0)
  }

  /// Twice as fast, or half as fast.
  mutating func changeRate(by factor: Double) {
    let rate = training.rate * factor
    if rate.isFinite, rate != 0 { training.rate = rate }
  }

  mutating func toggleZeroing() { training.zeroesGradients.toggle() }
}
