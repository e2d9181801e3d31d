import Playback

/// Steps of training that take longer than a key may wait: made beside the model, which goes on,
/// and handed to it with `Model.finish`.
package struct Job: Sendable {
  let number: Int
  let training: Training
  let target: Target

  enum Target: Hashable, Sendable {
    /// So many steps more.
    case steps(Int)
    /// The moment after so many steps in all.
    case moment(Int)
  }

  /// Makes the steps. The same on any thread.
  package func run() -> Result {
    var training = training
    switch target {
    case .steps(let count): for _ in 0..<count { training.step() }
    case .moment(let count): training.go(to: count)
    }
    return Result(number: number, training: training)
  }

  /// The training after it.
  package struct Result: Sendable {
    let number: Int
    let training: Training
  }
}
