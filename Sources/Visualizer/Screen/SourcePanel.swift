import Autograd
import CellGrid
import Playback
import SceneLanguage

/// The scene's text around the line of the current step, and below it the author's note on it.
///
/// The text stays where it is as long as it can: it turns over several lines at a time, and its
/// place does not depend on the note.
struct SourcePanel {
  let lesson: Lesson
  let symbols: Symbols

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = rect.inset(columns: 1)
    let rows = inner.size.height
    let note = (lesson.note ?? "").wrapped(toColumns: inner.size.width).prefix(rows / 3)
    // One of the rows is the blank between the two.
    let noteRows = max(min(3, rows / 4), note.isEmpty ? 0 : note.count + 1)
    var text = TextArea(
      Rect(origin: inner.origin, size: Size(width: inner.size.width, height: rows - noteRows)))
    drawText(in: &text, of: rows, on: &canvas)
    var area = TextArea(inner)
    area.skip(rows - note.count)
    for line in note { area.line(line, .note, on: &canvas) }
  }

  /// - Parameter rows: the panel's height, of which the longest note leaves two thirds.
  private func drawText(in area: inout TextArea, of rows: Int, on canvas: inout Canvas) {
    let lines = lesson.sourceLines
    let current = lesson.currentLine
    let height = area.rowsLeft
    let page = max(1, rows / 3)
    let turned = max(0, current - 1 - page / 2) / page * page + 1
    let first = min(turned, max(1, lines.count - max(1, rows - rows / 3 - 1) + 1))
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
    switch player.current?.kind {
    case nil, .zero: nil
    default: run.scene.note(of: stepNode)
    }
  }

  /// The node whose statement the step is about: backward, that of the consumer that passes on.
  private var stepNode: NodeID {
    guard case .contribution(let arrival)? = player.current?.kind else { return focus }
    return arrival.contribution.from
  }
}
