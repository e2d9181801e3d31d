import CellGrid

/// An open scene on the screen: the graph, the panels around it, and what lies over them.
struct LessonScreen {
  let lesson: Lesson
  let screen: Screenful
  let symbols: Symbols

  func draw(on canvas: inout Canvas) {
    let places = lesson.arrangement(on: screen)
    GraphView(lesson: lesson, symbols: symbols).draw(in: places.graph, on: &canvas)
    HeaderLine(lesson: lesson, symbols: symbols).draw(in: places.header, on: &canvas)
    for rule in places.rules {
      canvas.fill(
        rule, with: rule.size.height == 1 ? symbols.rule : symbols.upright, role: .quiet)
    }
    if let rect = places.step {
      StepPanel(lesson: lesson, symbols: symbols).draw(in: rect, on: &canvas)
    }
    if let rect = places.ledger {
      LedgerPanel(lesson: lesson, symbols: symbols).draw(in: rect, on: &canvas)
    }
    if let rect = places.source {
      SourcePanel(lesson: lesson, symbols: symbols).draw(in: rect, on: &canvas)
    }
    if let rect = places.strip {
      Strip(lesson: lesson, symbols: symbols).draw(in: rect, on: &canvas)
    }
    if !screen.isRoomy { drawPanelsOver(places, on: &canvas) }
    drawOverlay(on: &canvas)
    FooterLine(lesson: lesson, symbols: symbols).draw(in: places.footer, on: &canvas)
  }

  /// On a small screen the panels lie over the graph and the strip while they are asked for.
  private func drawPanelsOver(_ places: Arrangement, on canvas: inout Canvas) {
    let bounds = Rect(
      column: 0, row: 1, width: screen.size.width, height: screen.size.height - 2)
    if lesson.showsStepPanel == true {
      let panel = Panel(
        title: "this step", bounds: bounds, width: bounds.size.width, height: bounds.size.height)
      let inside = panel.draw(on: &canvas, symbols: symbols).rect
      let height = inside.size.height / 2
      StepPanel(lesson: lesson, symbols: symbols).draw(
        in: Rect(origin: inside.origin, size: Size(width: inside.size.width, height: height)),
        on: &canvas)
      LedgerPanel(lesson: lesson, symbols: symbols).draw(
        in: Rect(
          column: inside.minColumn, row: inside.minRow + height, width: inside.size.width,
          height: inside.size.height - height), on: &canvas)
    } else if lesson.showsSourcePanel == true {
      let panel = Panel(
        title: "scene", bounds: bounds, width: bounds.size.width, height: bounds.size.height)
      let inside = panel.draw(on: &canvas, symbols: symbols).rect
      SourcePanel(lesson: lesson, symbols: symbols).draw(in: inside, on: &canvas)
    }
  }

  private func drawOverlay(on canvas: inout Canvas) {
    let bounds = Rect(
      column: 0, row: 1, width: screen.size.width, height: screen.size.height - 2)
    switch lesson.overlay {
    case .help(let firstLine):
      HelpOverlay(firstLine: firstLine, symbols: symbols).draw(in: bounds, on: &canvas)
    case .question(let question):
      QuestionOverlay(question: question, symbols: symbols).draw(in: bounds, on: &canvas)
    case .mistakes(let lines):
      MistakesOverlay(lines: lines, symbols: symbols).draw(in: bounds, on: &canvas)
    case nil: break
    }
  }
}
