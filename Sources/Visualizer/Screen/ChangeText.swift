import Playback

/// An edit in words: what became what, and the wiggle it proves the gradient with. What the lesson
/// has not computed yet is not given away: the prediction waits for the gradient, the true change
/// for the output.
struct ChangeText {
  let change: Change
  let run: Run
  let cursor: Int
  let digits: Digits

  init(change: Change, lesson: Lesson) {
    self.change = change
    run = lesson.run
    cursor = lesson.player.cursor
    digits = lesson.digits
  }

  var lines: [String] {
    guard let node = change.node, !run.isTensor(node), let old = change.oldValue,
      let new = change.newValue
    else {
      return []
    }
    let label = run.labels[node]
    var lines = ["\(label) was \(number(old)), is \(number(new))"]
    if let predicted {
      lines.append(
        "predicted Δ\(output) = ∂\(output)/∂\(label) · Δ\(label) = \(number(predicted))")
    }
    if let actual { lines.append("     true Δ\(output) = \(number(actual))") }
    return lines
  }

  /// The same in one line.
  var line: String {
    guard let node = change.node, !run.isTensor(node), let old = change.oldValue,
      let new = change.newValue
    else {
      return ""
    }
    let parts = [
      predicted.map { "predicted \(number($0))" }, actual.map { "true \(number($0))" },
    ].compactMap { $0 }
    let text = "\(run.labels[node]): \(number(old)) → \(number(new))"
    return parts.isEmpty ? text : "\(text)   Δ\(output) " + parts.joined(separator: ", ")
  }

  private var output: String { run.labels[run.output] }

  private var predicted: Double? {
    guard let node = change.node else { return nil }
    switch run.gradient(of: node, at: cursor) {
    case .final, .never: return change.wiggle?.predicted
    case .notYet, .carried, .partial: return nil
    }
  }

  private var actual: Double? {
    run.value(of: run.output, at: cursor) == nil ? nil : change.wiggle?.actual
  }

  private func number(_ value: Double) -> String { NumberText.text(of: value, digits: digits) }
}
