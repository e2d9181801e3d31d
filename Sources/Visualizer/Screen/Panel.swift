import CellGrid

/// A framed rectangle in the middle of the screen, for what lies over the picture.
struct Panel {
  let title: String
  let rect: Rect

  init(title: String, bounds: Rect, width: Int, height: Int) {
    self.title = title
    let width = max(0, min(width, bounds.size.width))
    let height = max(0, min(height, bounds.size.height))
    rect = Rect(
      column: bounds.minColumn + (bounds.size.width - width) / 2,
      row: bounds.minRow + (bounds.size.height - height) / 2, width: width, height: height)
  }

  /// Draws the frame and returns the area inside it.
  func draw(on canvas: inout Canvas, symbols: Symbols) -> TextArea {
    canvas.fill(rect)
    canvas.draw(Frame.rounded.twin(symbols.repertoire), in: rect, role: .quiet)
    canvas.write(
      " \(title) ", at: Point(column: rect.minColumn + 2, row: rect.minRow), role: .heading,
      within: rect)
    return TextArea(rect.inset(columns: 2, rows: 1))
  }
}
