import Playback

/// An edit in words: what became what, and the wiggle it proves the gradient with.
struct ChangeText {
  let change: Change
  let run: Run
  let digits: Digits

  var lines: [String] {
    guard let node = change.node, let old = change.oldValue, let new = change.newValue else {
      return []
    }
    let label = run.labels[node]
    let output = run.labels[run.output]
    var lines = ["\(label) was \(number(old)), is \(number(new))"]
    guard let wiggle = change.wiggle else { return lines }
    lines.append(
      "predicted Δ\(output) = ∂\(output)/∂\(label) · Δ\(label) = \(number(wiggle.predicted))")
    lines.append("     true Δ\(output) = \(number(wiggle.actual))")
    return lines
  }

  /// The same in one line.
  var line: String {
    guard let node = change.node, let old = change.oldValue, let new = change.newValue else {
      return ""
    }
    let text = "\(run.labels[node]): \(number(old)) → \(number(new))"
    guard let wiggle = change.wiggle else { return text }
    return text + "   Δ\(run.labels[run.output]) predicted \(number(wiggle.predicted)),"
      + " true \(number(wiggle.actual))"
  }

  private func number(_ value: Double) -> String { NumberText.text(of: value, digits: digits) }
}
