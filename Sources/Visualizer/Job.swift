import Playback

/// What takes longer than a key may wait: done beside the model, which goes on, and handed to it
/// with `Model.finish`.
package struct Job: Sendable {
  let number: Int
  let task: Task

  enum Task: Sendable {
    case training(Training, Target)
    /// What the model becomes by a message.
    case message(Message, Model)
  }

  enum Target: Hashable, Sendable {
    /// So many steps more.
    case steps(Int)
    /// The moment after so many steps in all.
    case moment(Int)
  }

  /// Whether somebody waits for it, and not for many of its kind.
  package var isAnswer: Bool {
    if case .message = task { true } else { false }
  }

  /// Does it. The same on any thread.
  package func run() -> Result {
    switch task {
    case .training(var training, let target):
      switch target {
      case .steps(let count): for _ in 0..<count { training.step() }
      case .moment(let count): training.go(to: count)
      }
      return Result(number: number, outcome: .training(training))
    case .message(let message, var model):
      let effects = model.updateAtOnce(message)
      return Result(number: number, outcome: .model(model, effects))
    }
  }

  /// What came of it.
  package struct Result: Sendable {
    let number: Int
    let outcome: Outcome

    enum Outcome: Sendable {
      case training(Training)
      case model(Model, [Effect])
    }
  }
}
