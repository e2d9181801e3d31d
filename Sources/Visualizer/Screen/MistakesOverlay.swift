import CellGrid

/// The mistakes of the file on disk, over the picture of the text before.
struct MistakesOverlay {
  var title = "the file has mistakes; the picture is of the text before"
  let lines: [String]
  let symbols: Symbols

  func draw(in bounds: Rect, on canvas: inout Canvas) {
    let panel = Panel(
      title: title, bounds: bounds, width: bounds.size.width - 4,
      height: min(bounds.size.height - 2, lines.count + 2))
    var area = panel.draw(on: &canvas, symbols: symbols)
    for line in lines {
      area.line(line, line.contains(": error: ") ? .problem : .plain, on: &canvas)
    }
  }
}
