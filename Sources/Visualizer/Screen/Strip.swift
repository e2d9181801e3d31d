import CellGrid
import Playback
import SceneLanguage

/// What the panels say, in a few lines for a small screen: the step's algebra, the ledger's
/// state, the line of the scene and its note.
struct Strip {
  let lesson: Lesson
  let symbols: Symbols

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var area = TextArea(rect.inset(columns: 1))
    guard let step = lesson.player.current else {
      let introduction = lesson.run.scene.introduction.joined(separator: " ")
      area.line(
        [Span("Space", .key), Span(" computes the first value. Nothing is known yet.")],
        on: &canvas)
      area.paragraph(introduction, .note, on: &canvas)
      return
    }
    let explanation = lesson.run.explanation(of: step.index, digits: lesson.digits)
    if let change = lesson.change {
      let text = ChangeText(change: change, run: lesson.run, digits: lesson.digits).line
      area.line(text, .changed, on: &canvas)
    } else {
      area.line(explanation.sentence(lesson.run.labels), .heading, on: &canvas)
    }
    area.line(algebra(of: explanation, width: area.rect.size.width), on: &canvas)
    let (code, comment) = lesson.sourceLines.codeAndComment(onLine: lesson.currentLine)
    area.line(
      [
        Span("\(lesson.currentLine)  ", .quiet), Span(code, .currentLine), Span(comment, .note),
      ], on: &canvas)
    for remark in explanation.remarks { area.line(remark, on: &canvas) }
    if let note = lesson.note, comment.isEmpty { area.line(note, .note, on: &canvas) }
  }

  /// The derivation in one line; where it is too long, steps in its middle are left out.
  private func algebra(of explanation: Explanation, width: Int) -> [Span] {
    let lines = explanation.derivation
    guard let first = lines.first, let last = lines.last else { return [] }
    func text(_ kept: [Explanation.Line]) -> String {
      kept.map { $0.right.text(symbols.style) }.joined(separator: " = ")
    }
    let lead = first.left.isEmpty ? "" : "\(first.left) \(first.relation) "
    for count in stride(from: lines.count, to: 0, by: -1) {
      let kept = Array(lines.suffix(count))
      let body = text(kept)
      guard (lead + body).columnCount <= width else { continue }
      let result = last.right.text(symbols.style)
      return [Span(lead + body.dropLast(result.count)), Span(result, .fresh)]
    }
    return [Span(lead), Span(last.right.text(symbols.style), .fresh)]
  }
}
