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
      if let beginning = lesson.trainingStepBeginning {
        area.line(beginning.title, .heading, on: &canvas)
        area.paragraph(beginning.sentences.separated(by: " "), .note, on: &canvas)
        return
      }
      let introduction = lesson.run.scene.introduction.separated(by: " ")
      if let change = lesson.change {
        area.line(ChangeText(change: change, lesson: lesson).line, .changed, on: &canvas)
      }
      area.line(
        [Span("Space", .key), Span(" computes the first value.")], on: &canvas)
      area.paragraph(introduction, .note, on: &canvas)
      return
    }
    let explanation = lesson.explanation(of: step)
    if let change = lesson.change {
      area.line(ChangeText(change: change, lesson: lesson).line, .changed, on: &canvas)
    } else {
      area.line(explanation.sentence(lesson.run.labels), .heading, on: &canvas)
    }
    area.line(algebra(of: explanation, width: area.rect.size.width), on: &canvas)
    let (code, comment) = lesson.sourceLines.codeAndComment(onLine: lesson.currentLine)
    area.line(
      [
        Span("\(lesson.currentLine)  ", .quiet), Span(code, .currentLine), Span(comment, .note),
      ], on: &canvas)
    if let leftOut = lesson.stepLeftOut { area.paragraph(leftOut, .note, on: &canvas) }
    for remark in explanation.remarks { area.paragraph(remark, on: &canvas) }
    if let note = lesson.note, comment.isEmpty { area.paragraph(note, .note, on: &canvas) }
  }

  /// The derivation in one line, a second statement behind a semicolon; where it is too long, its
  /// first steps are left out.
  private func algebra(of explanation: Explanation, width: Int) -> [Span] {
    let lines = explanation.derivation
    for count in stride(from: lines.count, to: 1, by: -1) {
      let spans = chain(Array(lines.suffix(count)), of: lines)
      if spans.reduce(0, { $0 + $1.text.columnCount }) <= width { return spans }
    }
    return chain(Array(lines.suffix(1)), of: lines)
  }

  /// The last lines of a derivation, with the left side that the first of them belongs to.
  private func chain(_ kept: [Explanation.Line], of lines: [Explanation.Line]) -> [Span] {
    guard let result = kept.last else { return [] }
    let beginning = lines[...(lines.count - kept.count)].last { !$0.left.isEmpty }
    var text = beginning.map { "\($0.left) \($0.relation) " } ?? ""
    for (index, line) in kept.enumerated() {
      if index > 0 {
        text += line.left.isEmpty ? " = " : "; \(line.left) \(line.relation) "
      }
      if index < kept.count - 1 { text += line.right.text(symbols.style) }
    }
    return [Span(text), Span(result.right.text(symbols.style), .fresh)]
  }
}
