import Autograd
import Playback
import SceneLanguage

/// Steps as lines of text, so that a test can draw what it expects.
enum Draw {
  static func steps(of run: Run) -> [String] {
    (0..<run.stepCount).map { step(run.step(at: $0), of: run) }
  }

  static func step(_ step: Step, of run: Run) -> String {
    let start = "\(step.phase.rawValue) \(step.kind.name) "
    guard case .contribution(let arrival) = step.kind else { return start + run.labels[step.node] }
    let contribution = arrival.contribution
    return start + "\(run.labels[contribution.from]).\(contribution.slot)"
      + " -> \(run.labels[contribution.to]) \(NumberText.text(of: contribution.amount))"
      + " (\(arrival.before.map { NumberText.text(of: $0) } ?? "none")"
      + " + \(NumberText.text(of: contribution.amount)) = \(NumberText.text(of: arrival.total)),"
      + " \(arrival.received) of \(arrival.expected))"
  }
}
