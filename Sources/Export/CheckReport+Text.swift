import Autograd
import Playback
import SceneLanguage

extension CheckReport {
  /// One line if all is well; else, and at kinks, a line for each number that deserves a look.
  package func writeText(to stream: inout some TextOutputStream) {
    let name = run.scene.source.name.sanitized
    let verdict = passed ? "ok" : "FAILED"
    stream.write("\(name): \(verdict), \(expectationCount), \(gradientCount)\n")
    for outcome in expectations where !outcome.passed {
      stream.write("  line \(outcome.expectation.line): \(outcome.sentence)\n")
    }
    for entry in gradients.entries where entry.isComparable && (!entry.agrees || entry.isAtKink) {
      stream.write("  \(sentence(about: entry))\n")
    }
  }

  private var expectationCount: String {
    let failed = expectations.count { !$0.passed }
    let all = Self.counted(expectations.count, "expectation")
    return failed == 0 ? all : "\(failed) of \(all) not met"
  }

  private var gradientCount: String {
    let entries = gradients.entries
    let failed = entries.count { !$0.agrees }
    let kinks = entries.count { $0.isAtKink && $0.isComparable }
    let omitted = gradients.candidateCount - entries.count
    var text = Self.counted(entries.count, "gradient")
    guard entries.allSatisfy(\.isComparable) else {
      let value = TensorText.summary(run.tensor(of: run.output))
      return text + " without a central difference: \(run.labels[run.output].sanitized) is \(value)"
    }
    text += " beside central differences"
    if failed > 0 { text += ", \(failed) unlike" }
    if kinks > 0 { text += ", \(kinks) at a kink" }
    if omitted > 0 { text += ", \(omitted) not tried" }
    return text
  }

  private func sentence(about entry: GradientCheck.Entry) -> String {
    let label = run.labels[entry.node].sanitized
    let analytic = NumberText.text(of: entry.analytic, digits: .all)
    let numeric = NumberText.text(of: entry.numeric, digits: .four)
    guard entry.analytic.isFinite else {
      return "grad(\(label)) = \(analytic): no central difference compares with that"
    }
    return entry.isAtKink
      ? "grad(\(label)) = \(analytic) at a kink: a convention, no central difference confirms it"
      : "grad(\(label)) is \(analytic), the central difference \(numeric)"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension CheckReport.Outcome {
  /// `L is 0.1269280110429726, stated 0.127, difference -7.199e-05`; of a tensor the first element
  /// that is unlike: `grad(w)[1, 0] is …`.
  fileprivate var sentence: String {
    guard let actual, let place = firstUnlike else {
      let stated = TensorText.short(expectation.value, digits: .all)
      return "there is no \(subject.sanitized), stated \(stated)"
    }
    let (own, stated) = (actual.elements[place], expectation.value.elements[place])
    let difference = NumberText.text(of: own - stated, digits: .four)
    return "\(subject.sanitized)\(actual.shape.index(of: place)) is "
      + "\(NumberText.text(of: own, digits: .all)), "
      + "stated \(NumberText.text(of: stated, digits: .all)), difference \(difference)"
  }
}
