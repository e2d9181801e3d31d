import Autograd
import CellGrid
import Playback
import SceneLanguage

/// The account of the selected node: every contribution to its gradient, in order, with the
/// running total, and how many are still to come.
struct LedgerPanel {
  let lesson: Lesson
  let symbols: Symbols

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var area = TextArea(rect.inset(columns: 1))
    let node = lesson.selected
    let run = lesson.run
    let cursor = lesson.player.cursor
    area.line([Span(run.labels[node], .heading), Span("  " + description(of: node))], on: &canvas)
    if let value = run.summary(of: node, at: cursor, digits: lesson.digits) {
      area.line([Span("data  ", .quiet), Span(value, .value)], on: &canvas)
    } else {
      area.line([Span("data  ", .quiet), Span("not computed yet", .quiet)], on: &canvas)
    }
    if rect.size.height > 10 { area.skip() }
    switch run.gradient(of: node, at: cursor) {
    case .never(let reason): area.paragraph(reason.sentence, .quiet, on: &canvas)
    default: drawLedger(of: node, in: &area, on: &canvas)
    }
  }

  private func description(of node: NodeID) -> String {
    let line = "line \(lesson.line(of: node))"
    let operation = lesson.run.scene.graph.operation(of: node)
    return operation.isLeaf ? "\(operation.name), \(line)" : line
  }

  private func drawLedger(of node: NodeID, in area: inout TextArea, on canvas: inout Canvas) {
    let ledger = lesson.run.ledger(of: node, at: lesson.player.cursor)
    if let line = carriedLine(of: ledger, node: node) { area.line(line, .quiet, on: &canvas) }
    let areNumbers = ledger.rows.allSatisfy { lesson.run.isOfNumbers($0.arrival.contribution) }
    if !ledger.rows.isEmpty, areNumbers {
      drawTable(ledger.rows.map(cells), in: &area, on: &canvas)
    } else {
      for row in ledger.rows.suffix(max(1, (area.rowsLeft - 3) / 2)) {
        for line in lines(of: row) { area.line(line, on: &canvas) }
      }
    }
    area.paragraph(
      summary(of: ledger, node: node), ledger.isFinal ? .gradient : .plain, on: &canvas)
    if ledger.isFinal, let reason = lesson.run.zeroReason(of: node) {
      area.paragraph(reason.sentence, on: &canvas)
    }
  }

  /// What was there before the first contribution; nil where nothing was.
  private func carriedLine(of ledger: Ledger, node: NodeID) -> String? {
    guard let carried = ledger.carried, let step = lesson.run.moment?.step else { return nil }
    let start = "carried over from training step \(step - 1)"
    return lesson.run.isTensor(node) ? start : "\(start)  \(number(carried))"
  }

  /// Which product of tensors arrived, in words and not in numbers: those are in the box.
  private func lines(of row: Ledger.Row) -> [String] {
    let contribution = row.arrival.contribution
    let from = "\(lesson.run.labels[contribution.from]) \(lesson.run.shape(of: contribution.from))"
    return [
      "\(row.arrival.received)  from \(from), slot \(contribution.slot + 1):",
      "     \(lesson.run.pullbackText(of: contribution))",
    ]
  }

  /// from, slot, upstream, local, amount, running total
  private func cells(of row: Ledger.Row) -> [String] {
    let contribution = row.arrival.contribution
    return [
      lesson.run.labels[contribution.from], "\(contribution.slot + 1)",
      number(contribution.upstream), number(contribution.local), number(contribution.amount),
      number(row.arrival.total),
    ]
  }

  private func drawTable(_ rows: [[String]], in area: inout TextArea, on canvas: inout Canvas) {
    let table = LedgerTable(rows: rows, width: area.rect.size.width, symbols: symbols)
    area.line(table.heading, .quiet, on: &canvas)
    let room = max(1, (area.rowsLeft - 2) / table.linesPerRow)
    if rows.count > room {
      area.line(
        rows.count - room == 1 ? "1 earlier one" : "\(rows.count - room) earlier ones", .quiet,
        on: &canvas)
    }
    let last = table.lines.count - table.linesPerRow
    for (index, line) in table.lines.enumerated().suffix(room * table.linesPerRow) {
      area.line(line, index >= last ? .gradient : .plain, on: &canvas)
    }
  }

  private func summary(of ledger: Ledger, node: NodeID) -> String {
    let output = lesson.run.labels[lesson.run.output]
    let name = "∂\(output)/∂\(lesson.run.labels[node])"
    if ledger.expected == 0 {
      return ledger.total == nil
        ? "waits for the seed"
        : "\(name) = 1\(lesson.run.isTensor(node) ? " for every element" : ""), the seed"
    }
    let arrived = "\(ledger.rows.count) of \(ledger.expected) in"
    if ledger.rows.isEmpty {
      return ledger.total == 0 ? "set to 0: \(arrived)" : "no gradient yet: \(arrived)"
    }
    guard let total = ledger.total, ledger.isFinal else {
      return "\(name): \(arrived), not final yet"
    }
    let final = lesson.run.finalText(of: node, digits: lesson.digits) ?? number(total)
    return "\(arrived), final: \(name) = \(final)"
  }

  private func number(_ value: Double) -> String {
    NumberText.text(of: value, digits: lesson.digits)
  }
}
