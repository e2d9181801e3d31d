package import Autograd

extension Player {
  /// Moves to the next stop of the level, past those whose steps are not shown.
  package mutating func forward(
    _ level: Level, whereShown isShown: (Step) -> Bool = { _ in true }
  ) {
    cursor = nextStop(level, isShown)
  }

  /// Moves to the stop before; the exact inverse of `forward` between two stops of a level.
  package mutating func back(_ level: Level, whereShown isShown: (Step) -> Bool = { _ in true }) {
    guard cursor > 0 else { return }
    cursor -= 1
    while !isStop(cursor, level, isShown) { cursor -= 1 }
  }

  package mutating func jump(to cursor: Int) {
    self.cursor = min(max(cursor, 0), run.stepCount)
  }

  package mutating func toStart() { cursor = 0 }
  package mutating func toEnd() { cursor = run.stepCount }

  /// Moves to the end of this phase, or of the next one when already there.
  package mutating func toPhaseEnd() { forward(.phase) }

  /// Moves to the start of this phase, or of the one before when already there.
  package mutating func toPhaseStart() { back(.phase) }

  /// Moves to the next step that concerns the node; false, and no move, where there is none.
  package mutating func runUntilNext(_ node: NodeID) -> Bool {
    guard let step = run.steps(of: node).first(where: { $0 >= cursor }) else { return false }
    cursor = step + 1
    return true
  }

  /// Moves to the step before the current one that concerns the node; false where there is none.
  package mutating func runUntilPrevious(_ node: NodeID) -> Bool {
    guard let step = run.steps(of: node).last(where: { $0 < cursor - 1 }) else { return false }
    cursor = step + 1
    return true
  }

  /// Plays on by one node; false at the end and where a step concerns a breakpoint, which it stops
  /// at even between two nodes.
  package mutating func advance(whereShown isShown: (Step) -> Bool = { _ in true }) -> Bool {
    let stop = nextStop(.node, isShown)
    while cursor < stop {
      cursor += 1
      if let current, breakpoints.contains(current.node) { return false }
    }
    return cursor < run.stepCount
  }

  private func nextStop(_ level: Level, _ isShown: (Step) -> Bool) -> Int {
    guard cursor < run.stepCount else { return run.stepCount }
    var stop = cursor + 1
    while !isStop(stop, level, isShown) { stop += 1 }
    return stop
  }

  private func isStop(_ cursor: Int, _ level: Level, _ isShown: (Step) -> Bool) -> Bool {
    guard run.isStop(cursor, at: level) else { return false }
    return cursor <= 0 || cursor >= run.stepCount || isShown(run.step(at: cursor - 1))
  }
}
