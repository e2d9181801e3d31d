import CellGrid

/// An open scene on the screen: the graph, the panels around it, and what lies over them.
struct LessonScreen {
  let lesson: Lesson
  let screen: Screenful
  let symbols: Symbols

  func draw(on canvas: inout Canvas) {
    let places = lesson.arrangement(on: screen)
    GraphView(lesson: lesson, symbols: symbols).draw(in: places.graph, on: &canvas)
    if let minimap = lesson.minimap {
      MinimapPanel(minimap: minimap, lesson: lesson, symbols: symbols)
        .draw(in: places.graph, on: &canvas)
    }
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
    if let rect = places.inspector {
      InspectorPanel(lesson: lesson, symbols: symbols).draw(in: rect, on: &canvas)
    }
    if let rect = places.strip {
      Strip(lesson: lesson, symbols: symbols).draw(in: rect, on: &canvas)
    }
    drawOverlay(on: &canvas)
    FooterLine(lesson: lesson, symbols: symbols).draw(in: places.footer, on: &canvas)
  }

  private func drawOverlay(on canvas: inout Canvas) {
    let bounds = Rect(
      column: 0, row: 1, width: screen.size.width, height: screen.size.height - 2)
    switch lesson.overlay {
    case .help(let firstLine):
      HelpOverlay(firstLine: firstLine, symbols: symbols).draw(in: bounds, on: &canvas)
    case .question(let question):
      QuestionOverlay(question: question, symbols: symbols).draw(in: bounds, on: &canvas)
    case .training:
      if let session = lesson.session {
        TrainingScreen(session: session, notice: lesson.notice, symbols: symbols)
          .draw(in: bounds, on: &canvas)
      }
    case .mistakes(let lines):
      MistakesOverlay(lines: lines, symbols: symbols).draw(in: bounds, on: &canvas)
    case nil: break
    }
  }
}
