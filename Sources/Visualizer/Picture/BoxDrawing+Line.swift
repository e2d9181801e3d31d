import CellGrid
import Playback

extension BoxDrawing {
  /// One line for the node: its name, its data and its gradient, behind an upright that holds the
  /// rows of its operands together.
  func drawLine(in rect: Rect, clip: Rect, on canvas: inout Canvas) {
    let upright = box.kind.frame.twin(symbols.repertoire).upright
    canvas.fill(
      Rect(origin: rect.origin, size: Size(width: 1, height: rect.size.height))
        .intersection(clip), with: upright, role: frameRole)
    var column = rect.minColumn + 1
    let inside = rect.intersection(clip)
    func write(_ text: String, _ role: Role) {
      column += canvas.write(
        text, at: Point(column: column, row: rect.minRow), role: role, within: inside)
    }
    if state.breakpoints.contains(node) { write(String(symbols.breakpoint), .breakpoint) }
    if let mark = lineageMark { write(String(mark), .lineage) }
    let numbers = lineNumbers
    let room = rect.maxColumn - column - numbers.reduce(0) { $0 + $1.text.columnCount }
    let title = box.title.truncated(toColumns: max(0, room), ellipsis: symbols.ellipsis)
    let role: Role = frameRole == .frame ? .plain : frameRole
    write(title, state.selected == node ? .selection : role)
    for (text, role) in numbers { write(text, role) }
  }

  private var lineNumbers: [(text: String, role: Role)] {
    guard box.kind != .constant else {
      let row = constantRow
      guard box.title.isEmpty else { return [(" ", .quiet), (row.line, row.role)] }
      return [(row.line, state.selected == node ? .selection : row.role)]
    }
    let sign = " \(symbols.partialDerivative)"
    return [(" ", dataRow), (sign, gradientRow)].flatMap { lead, row in
      row.text.isEmpty ? [] : [(lead, Role.quiet), (row.line, row.role)]
    }
  }
}
