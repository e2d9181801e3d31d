import Autograd

/// Some of the states of a training, evenly spread over the steps: when there are too many, every
/// second one goes and the distance doubles.
struct Checkpoints: Sendable {
  private var states: [(step: Int, state: Trainer.State)] = []
  private var distance = 1
  private static let most = 64

  /// Keeps the state before a step where it is one of those to keep.
  mutating func note(_ state: @autoclosure () -> Trainer.State, at step: Int) {
    guard step.isMultiple(of: distance), states.last.map({ $0.step < step }) ?? true else { return }
    if states.count == Self.most {
      distance *= 2
      states.removeAll { !$0.step.isMultiple(of: distance) }
      guard step.isMultiple(of: distance) else { return }
    }
    states.append((step, state()))
  }

  /// The latest state that is no later than a step.
  func last(upTo step: Int) -> (step: Int, state: Trainer.State)? {
    states.last { $0.step <= step }
  }

  mutating func forget(after step: Int) {
    states.removeAll { $0.step > step }
  }
}
