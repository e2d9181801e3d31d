import CellGrid

/// The scenes that come with the program, a line each.
struct PickerScreen {
  let picker: Picker
  let symbols: Symbols

  func draw(on canvas: inout Canvas) {
    let size = canvas.size
    canvas.write("backprop-tui", at: Point(column: 2, row: 0), role: .heading)
    canvas.write("  choose a scene", at: Point(column: 14, row: 0), role: .quiet)
    let list = Picker.list(in: size)
    var area = TextArea(list)
    let first = picker.firstVisible(rows: list.size.height)
    let width = picker.entries.map { $0.name.columnCount }.max() ?? 0
    for (index, entry) in picker.entries.enumerated().dropFirst(first).prefix(list.size.height) {
      let isChosen = index == picker.position
      let blanks = String(repeating: " ", count: width - entry.name.columnCount)
      area.line(
        [
          Span(isChosen ? "\(symbols.current) " : "  ", .fresh),
          Span(entry.name, isChosen ? .selection : .key),
          Span(blanks + "  " + entry.title, isChosen ? .plain : .quiet),
        ], on: &canvas)
    }
    if !picker.problem.isEmpty { drawProblem(on: &canvas) }
    var footer = TextArea(Rect(column: 0, row: size.height - 1, width: size.width, height: 1))
    footer.line(
      [
        Span(" Enter", .key), Span(" open  ", .quiet), Span("j k", .key), Span(" move  ", .quiet),
        Span("q", .key), Span(" quit", .quiet),
      ], on: &canvas)
  }

  private func drawProblem(on canvas: inout Canvas) {
    let lines = picker.problem.flatMap { $0.split(separator: "\n").map(String.init) }
    MistakesOverlay(title: "this scene has mistakes", lines: lines, symbols: symbols).draw(
      in: canvas.bounds, on: &canvas)
  }
}

extension Picker {
  static func list(in size: Size) -> Rect {
    Rect(column: 2, row: 2, width: max(0, size.width - 4), height: max(0, size.height - 4))
  }

  /// The first entry shown, so that the chosen one is.
  func firstVisible(rows: Int) -> Int {
    max(0, min(position - rows / 2, entries.count - rows))
  }

  /// The entry drawn in a row of the screen.
  func entry(atRow row: Int, screen: Size) -> Int? {
    let list = Self.list(in: screen)
    guard row >= list.minRow, row <= list.maxRow else { return nil }
    let index = firstVisible(rows: list.size.height) + row - list.minRow
    return entries.indices.contains(index) ? index : nil
  }
}
