import Playback
import SceneLanguage

/// An explanation as a learner sees it: headline, lines aligned at the relation, remarks, reads.
enum ExplanationDrawing {
  static func of(_ step: Int, in run: Run, digits: Digits = .four) -> String {
    let explanation = run.explanation(of: step, digits: digits)
    let width = explanation.derivation.map { ($0.left + " " + $0.relation).count }.max() ?? 0
    var rows = [explanation.sentence(run.labels)]
    for line in explanation.derivation {
      let start = line.left.isEmpty ? line.relation : line.left + " " + line.relation
      let space = String(repeating: " ", count: width - start.count)
      let left = line.left.isEmpty ? space + start : start + space
      rows.append("  " + left + " " + line.right.text(.mathematical))
    }
    rows += explanation.remarks.map { "- " + $0 }
    if !explanation.reads.isEmpty {
      rows.append(
        "reads "
          + explanation.reads.map { run.labels[$0.node] + "." + $0.field.rawValue }
          .joined(separator: " "))
    }
    return rows.joined(separator: "\n")
  }
}
