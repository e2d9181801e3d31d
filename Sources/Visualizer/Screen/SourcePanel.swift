import Autograd
import CellGrid
import Playback
import SceneLanguage

/// The scene's text around the line of the current step, and the author's note on it.
struct SourcePanel {
  let lesson: Lesson
  let symbols: Symbols

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = rect.inset(columns: 1)
    let note = lesson.note ?? ""
    let noteLines = note.wrapped(toColumns: inner.size.width).prefix(max(0, inner.size.height / 3))
    var area = TextArea(inner)
    for line in noteLines { area.line(line, .note, on: &canvas) }
    if !noteLines.isEmpty { area.skip() }
    drawText(in: &area, on: &canvas)
  }

  private func drawText(in area: inout TextArea, on canvas: inout Canvas) {
    let lines = lesson.sourceLines
    let current = lesson.currentLine
    let height = area.rowsLeft
    let first = min(max(1, current - height / 2), max(1, lines.count - height + 1))
    let digits = String(lines.count).count
    for number in first..<max(first, min(lines.count + 1, first + height)) {
      let isCurrent = number == current
      let text = String(number)
      let gutter = String(repeating: " ", count: digits - text.count) + text
      let (code, comment) = lines.codeAndComment(onLine: number)
      area.line(
        [
          Span(isCurrent ? "\(symbols.current) " : "  ", .currentLine),
          Span(gutter + "  ", .quiet),
          Span(code, isCurrent ? .currentLine : .plain),
          Span(comment, .quiet),
        ], on: &canvas)
    }
  }
}

extension Lesson {
  /// The line the current step comes from; before the first step, the first statement's.
  package var currentLine: Int {
    run.scene.graph.count == 0 ? 1 : line(of: stepNode)
  }

  /// The author's comment on the statement of the current step.
  package var note: String? {
    let scene = run.scene
    guard player.current != nil else { return nil }
    return scene.statements[Int(scene.details[stepNode.index].statement)].note
  }

  /// The node whose statement the step is about: backward, that of the consumer that passes on.
  private var stepNode: NodeID {
    guard case .contribution(let arrival)? = player.current?.kind else { return focus }
    return arrival.contribution.from
  }
}
