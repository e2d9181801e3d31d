import CellGrid

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
