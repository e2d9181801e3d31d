package import Autograd

extension Player {
  /// Goes over to the other form of the same scene, of more nodes or fewer: to the same step of the
  /// counterpart, or else as far into the same phase. The start stays the start, the end the end.
  package mutating func replace(run new: Run, counterpart: (NodeID) -> NodeID?) {
    let (old, place, step) = (run, cursor, current)
    run = new
    breakpoints = breakpoints.compactMap(counterpart).reduce(into: []) { kept, node in
      if !kept.contains(node) { kept.append(node) }
    }
    guard let step, place < old.stepCount,
      let phase = old.phases.firstIndex(where: { $0.contains(step.index) })
    else {
      cursor = place == 0 ? 0 : new.stepCount
      return
    }
    let (before, after) = (old.phases[phase], new.phases[phase])
    let isInside = place < before.upperBound
    let same = counterpart(step.node).flatMap { new.step(of: $0, like: step, in: after) }
    let far = (place - before.lowerBound) * after.count / before.count
    let near = after.lowerBound + max(min(1, after.count), far)
    // The end only where the phase has but one step.
    let latest = max(new.stepCount - 1, after.lowerBound + 1)
    jump(to: min(isInside ? same.map { $0 + 1 } ?? near : near, latest))
  }
}

extension Run {
  /// The steps of each phase, as in `Step.Phase`; some have none.
  fileprivate var phases: [Range<Int>] {
    [
      0..<nodeCount, nodeCount..<seedStep, seedStep..<seedStep + 2, seedStep + 2..<updateStep,
      updateStep..<updateStep + updates.count,
    ]
  }

  /// The first step of its kind about a node in a phase; nil where there is none.
  fileprivate func step(of node: NodeID, like step: Step, in phase: Range<Int>) -> Int? {
    steps(of: node).first {
      phase.contains($0) && self.step(at: $0).kind.name == step.kind.name
    }
  }
}
