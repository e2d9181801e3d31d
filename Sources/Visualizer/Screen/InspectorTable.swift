import Autograd
import CellGrid
import Playback

/// A page of a matrix as numbers, rows and columns labelled.
struct InspectorTable {
  let lesson: Lesson
  let looked: Lesson.Looked
  let inspector: Inspector
  let field: Field
  let layout: InspectorLayout
  let symbols: Symbols

  private var shape: Shape { lesson.run.shape(of: looked.node) }
  private var firstRow: Int { inspector.row / layout.rows * layout.rows }
  private var firstColumn: Int { inspector.column / layout.columns * layout.columns }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.write(field.rawValue, at: rect.origin, role: .heading, within: rect)
    guard let reason = absence else {
      drawNumbers(in: rect, on: &canvas)
      return
    }
    canvas.write(
      reason, at: Point(column: rect.minColumn + layout.label, row: rect.minRow), role: .quiet,
      within: rect)
  }

  /// Why there are no numbers; nil where there are.
  private var absence: String? {
    let (run, cursor) = (lesson.run, lesson.player.cursor)
    guard field == .grad else {
      return run.isKnown(looked.node, at: cursor) ? nil : "not computed yet"
    }
    switch run.gradient(of: looked.node, at: cursor) {
    case .notYet: return "nothing has arrived yet"
    case .never(.constant): return "a constant has none"
    case .never(.outputDoesNotDependOnIt): return "no path"
    case .carried, .partial, .final: return nil
    }
  }

  private func drawNumbers(in rect: Rect, on canvas: inout Canvas) {
    let columns = firstColumn..<min(shape.columns, firstColumn + layout.columns)
    let rows = firstRow..<min(shape.matrixRows, firstRow + layout.rows)
    for column in columns {
      write(
        String(column), inColumn: column, row: rect.minRow,
        role: column == inspector.column ? .currentLine : .quiet, rect, on: &canvas)
    }
    for (place, row) in rows.enumerated() {
      let line = rect.minRow + 1 + place
      let label = String(row)
      canvas.write(
        label, at: Point(column: rect.minColumn + layout.label - 1 - label.count, row: line),
        role: row == inspector.row ? .currentLine : .quiet, within: rect)
      for column in columns {
        let value = number(row, column)
        let isChosen = row == inspector.row && column == inspector.column
        let own: Role = field == .grad ? .gradient : .value
        let short = NumberText.text(of: value, columns: InspectorLayout.numberWidth - 1)
        write(
          short == "…" ? String(symbols.ellipsis) : short, inColumn: column, row: line,
          role: isChosen ? .selection : value.isFinite ? own : .problem, rect, on: &canvas)
      }
    }
  }

  private func number(_ row: Int, _ column: Int) -> Double {
    let place = (inspector.layer * shape.matrixRows + row) * shape.columns + column
    guard field == .grad else {
      return lesson.run.element(place, of: looked.node, at: lesson.player.cursor)
    }
    return looked.partial?.elements[place]
      ?? lesson.run.gradientElement(place, of: looked.node) ?? 0
  }

  private func write(
    _ text: String, inColumn column: Int, row: Int, role: Role, _ rect: Rect,
    on canvas: inout Canvas
  ) {
    let end =
      rect.minColumn + layout.label
      + (column - firstColumn + 1) * InspectorLayout.numberWidth
    canvas.write(
      text, at: Point(column: end - text.columnCount, row: row), role: role, within: rect)
  }
}
