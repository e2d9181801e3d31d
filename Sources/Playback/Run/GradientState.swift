/// What is known of a node's gradient at some moment of a run.
package enum GradientState: Hashable, Sendable {
  /// Nothing has arrived: drawn blank, never as 0.
  case notYet
  /// There is no gradient, and there will be none.
  case never(Reason)
  /// What the step of training before left of a parameter's: nothing was added, and nothing set to 0.
  case carried(Double)
  /// Contributions have arrived, and the node has not passed anything on; or none has, and the
  /// parameter's was set to 0.
  case partial(total: Double, received: Int, expected: Int)
  /// Every contribution is in.
  case final(Double)

  package enum Reason: Hashable, Sendable {
    case constant
    case outputDoesNotDependOnIt
  }

  /// The number to show, where there is one.
  package var total: Double? {
    switch self {
    case .notYet, .never: nil
    case .carried(let total), .partial(let total, _, _), .final(let total): total
    }
  }
}
