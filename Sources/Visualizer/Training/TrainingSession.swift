import Autograd
package import Playback
import SceneLanguage

/// Training on the screen: how far it is, whether it runs by itself, and the moment that is shown.
///
/// Short steps are made at once. Long ones are jobs, for somebody beside the loop: until they are
/// done, what is shown is the training before them.
package struct TrainingSession: Sendable {
  package private(set) var training: Training
  package private(set) var isRunning = false
  let boundary: DecisionBoundary?
  /// Where it stops while it runs.
  private var goal: Int
  /// The training beside it, other in one thing.
  var comparison: Comparison?
  /// What that is to be, while it is typed.
  var prompt: Prompt?
  /// Whether the rate or zeroing was changed since this was set to false.
  var hasOtherSettings = false

  /// The job that is being done.
  private var job: Int?
  /// The moment to go to, where that is not the one that is shown.
  private(set) var target: Int?
  /// What was changed during a job, which does not know of it.
  private var postponed: [@Sendable (inout Training) -> Void] = []

  init(_ training: Training) {
    self.training = training
    goal = training.plan.steps
    boundary = DecisionBoundary(training.scene)
  }

  /// After how many steps it stops by itself: as many as the scene asks for, and as many again each
  /// time it is run on from there.
  var plannedSteps: Int {
    isRunning
      ? goal : training.plan.plannedSteps(including: max(training.stepCount, target ?? 0))
  }

  /// Whether it goes on by itself, a few short steps at a time.
  var hasWork: Bool { isRunning && !isLong || comparison?.hasWork == true }

  mutating func toggleRunning() {
    isRunning.toggle()
    target = nil
    goal = training.plan.plannedSteps(including: training.stepCount + 1)
  }

  mutating func pause() {
    isRunning = false
    target = nil
  }

  /// Makes as many steps as fit into about ten milliseconds, and stops at the number that is
  /// planned.
  mutating func work() {
    workOnComparison()
    guard !isLong else { return }
    for _ in 0..<max(1, Self.patience / training.workPerStep) where isRunning {
      training.step()
      stopAtEnd()
    }
  }

  private mutating func stopAtEnd() {
    if training.stepCount >= plannedSteps { isRunning = false }
  }

  mutating func step() { head(for: moment + 1) }

  /// Goes on or back by so many steps, and not beyond the planned ones.
  mutating func move(by count: Int) { head(for: min(moment + count, max(moment, plannedSteps))) }

  /// The moment that is shown, or headed for.
  private var moment: Int { target ?? training.stepCount }

  mutating func rewindToStart() { head(for: 0) }

  /// Goes to the moment after so many steps: at once where steps are short.
  mutating func head(for moment: Int) {
    isRunning = false
    let moment = max(0, moment)
    guard isLong else { return training.go(to: moment) }
    target = moment == training.stepCount ? nil : moment
  }

  /// Goes to the moment after so many steps, at once.
  mutating func go(to count: Int) {
    pause()
    training.go(to: count)
  }

  /// The next step, phase by phase.
  mutating func nextRun() -> Run { training.nextRun() }

  /// Twice as fast, or half as fast.
  mutating func changeRate(by factor: Double) {
    let rate = training.rate * factor
    guard rate.isFinite, rate != 0 else { return }
    change { $0.rate = rate }
  }

  mutating func toggleZeroing() {
    let zeroesGradients = !training.zeroesGradients
    change { $0.zeroesGradients = zeroesGradients }
  }

  private mutating func change(_ body: @escaping @Sendable (inout Training) -> Void) {
    body(&training)
    hasOtherSettings = true
    // It was made in the settings of before.
    comparison = nil
    if job != nil { postponed.append(body) }
  }
}

extension TrainingSession {
  /// About ten milliseconds, in `Training.workPerStep`.
  static let patience = 4_000_000

  private var isLong: Bool { training.workPerStep > Self.patience }

  /// The next job; nil where there is none, and while one is being done.
  ///
  /// - Parameter number: what no other job has.
  mutating func takeJob(number: Int) -> Job? {
    guard job == nil, isLong else { return nil }
    guard isRunning || target != nil else { return nil }
    job = number
    // Not so many that the curve stands still.
    let count = max(1, 50 * Self.patience / training.workPerStep)
    let left = max(1, plannedSteps - training.stepCount)
    return Job(
      number: number,
      task: .training(training, target.map { .moment($0) } ?? .steps(min(count, left))))
  }

  /// Takes over what a job did, unless something else was asked for meanwhile.
  mutating func finish(_ result: Training, ofJob number: Int) {
    guard number == job else { return }
    job = nil
    if isRunning || target != nil {
      training = result
      for change in postponed { change(&training) }
      if target == training.stepCount { target = nil }
      stopAtEnd()
    }
    postponed = []
  }
}
