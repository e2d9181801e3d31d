package import Autograd
import SceneLanguage

extension Player {
  /// Takes over another run, after an edit or a change on disk.
  ///
  /// The cursor stays where it is when only numbers changed. Otherwise it goes to the same step of
  /// the node of the same name, or, where there is none, as near as the phase allows.
  package mutating func replace(run new: Run) {
    let old = run
    let step = current
    run = new
    guard !new.hasSamePasses(as: old) else {
      cursor = new.cursor(at: cursor, of: old)
      return
    }
    cursor = step.map { new.cursor(matching: $0, of: old) } ?? 0
    guard !new.scene.hasSameNodes(as: old.scene) else { return }
    breakpoints = breakpoints.compactMap { new.namesake(of: $0, in: old) }
  }
}

extension Player {
  /// Goes into another step of the training, whose graph has the same nodes.
  package mutating func enter(_ run: Run, at cursor: Int) {
    self.run = run
    jump(to: cursor)
  }
}

extension Run {
  /// Whether every step is about the same node of the same name.
  func hasSameSteps(as other: Run) -> Bool {
    hasSamePasses(as: other) && seedStep == other.seedStep && updates.count == other.updates.count
  }

  /// Whether every step forward and backward is; gradients may be set to 0 in one run and not in the
  /// other.
  fileprivate func hasSamePasses(as other: Run) -> Bool {
    nodeCount == other.nodeCount && output == other.output && backwardSteps == other.backwardSteps
      && slots == other.slots && firstEntries == other.firstEntries
      && zip(entries, other.entries).allSatisfy { $0.from == $1.from }
      && zip(scene.details, other.scene.details).allSatisfy { $0.name == $1.name }
  }

  /// The node that goes by the name `node` has in another run.
  package func namesake(of node: NodeID, in other: Run) -> NodeID? {
    labels.namesake(of: node, in: other)
  }

  /// The cursor behind the same step of a run with the same passes.
  fileprivate func cursor(at cursor: Int, of other: Run) -> Int {
    guard cursor > nodeCount else { return cursor }
    return min(max(nodeCount, cursor + seedStep - other.seedStep), stepCount)
  }

  /// The cursor behind the step that resembles another run's step most.
  fileprivate func cursor(matching step: Step, of other: Run) -> Int {
    if let node = namesake(of: step.node, in: other),
      let same = self.step(of: node, resembling: step, of: other)
    {
      return same + 1
    }
    switch step.phase {
    case .forward: return min(step.index + 1, nodeCount)
    case .zero: return min(seedStep, stepCount)
    case .seed, .backward, .update:
      return min(step.index + 1 + seedStep - other.seedStep, stepCount)
    }
  }

  private func step(of node: NodeID, resembling step: Step, of other: Run) -> Int? {
    let steps = steps(of: node)
    switch step.kind {
    case .value: return node.index
    case .seed: return node == output && hasBackwardPass ? seedStep : nil
    case .zero, .final, .update:
      return steps.first { self.step(at: $0).kind.name == step.kind.name }
    case .contribution(let arrival):
      let consumer = namesake(of: arrival.contribution.from, in: other)
      return steps.first { index in
        guard case .contribution(let candidate) = self.step(at: index).kind else { return false }
        return candidate.contribution.from == consumer
          && candidate.contribution.slot == arrival.contribution.slot
      }
    }
  }
}
