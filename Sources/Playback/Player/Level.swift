/// How far one key press goes, as in a debugger.
package enum Level: Int, CaseIterable, Sendable {
  /// One addition.
  case contribution
  /// One node: its value, the seed, everything it receives, or its update.
  case node
  /// One pass.
  case phase
}

extension Run {
  /// Whether a player at this level stops when `cursor` steps are done.
  package func isStop(_ cursor: Int, at level: Level) -> Bool {
    if cursor <= 0 || cursor >= stepCount { return true }
    switch level {
    case .contribution: return true
    case .node:
      if cursor <= seedStep + 1 || cursor > updateStep { return true }
      return cursor > seedStep + 2 && backwardSteps[cursor - seedStep - 3] < 0
    case .phase:
      return cursor == nodeCount || cursor == seedStep || cursor == seedStep + 2
        || cursor == updateStep
    }
  }
}
