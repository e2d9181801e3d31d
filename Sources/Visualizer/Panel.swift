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

/// A question with the keys that answer it.
struct QuestionOverlay {
  let question: Question
  let symbols: Symbols

  func draw(in bounds: Rect, on canvas: inout Canvas) {
    let width = min(bounds.size.width, 60)
    let text = question.text.wrapped(toColumns: width - 4)
    let panel = Panel(
      title: "?", bounds: bounds, width: width, height: text.count + question.answers.count + 3)
    var area = panel.draw(on: &canvas, symbols: symbols)
    for line in text { area.line(line, on: &canvas) }
    area.skip()
    for answer in question.answers {
      area.line([Span(answer.key.name, .key), Span("  \(answer.label)")], on: &canvas)
    }
  }
}

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
