import Autograd
package import Playback
import SceneLanguage

/// Every step of the lesson, for `trace`.
package struct TraceReport {
  let run: Run

  package init(run: Run) {
    self.run = run
  }

  /// The author's comment on the statement the step is about: the consumer's, where a
  /// contribution leaves it.
  func note(of step: Step) -> String? {
    let node =
      if case .contribution(let arrival) = step.kind { arrival.contribution.from } else {
        step.node
      }
    return run.scene.note(of: node)
  }

  var steps: some Sequence<Step> { (0..<run.stepCount).lazy.map { run.step(at: $0) } }
}
