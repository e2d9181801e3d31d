package import Autograd

/// A cursor over a run: the number of steps that are done.
///
/// Every move sets an index, so a move back is exact at any distance.
package struct Player: Sendable {
  package internal(set) var run: Run
  package internal(set) var cursor: Int
  /// In the order in which they were set.
  package var breakpoints: [NodeID] = []

  package init(run: Run, cursor: Int = 0) {
    self.run = run
    self.cursor = min(max(cursor, 0), run.stepCount)
  }

  /// The step done last; nil at the start.
  package var current: Step? {
    cursor > 0 ? run.step(at: cursor - 1) : nil
  }

  /// The phase of the current step; at the start, the first one.
  package var phase: Step.Phase {
    current?.phase ?? .forward
  }

  package var isAtStart: Bool { cursor == 0 }
  package var isAtEnd: Bool { cursor == run.stepCount }
}
