import Autograd
import CellGrid
import Playback
import SceneLanguage

/// What the current step does: a sentence, then the algebra, one replacement a line, aligned at
/// the relation, then what is worth a remark.
struct StepPanel {
  let lesson: Lesson
  let symbols: Symbols

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var area = TextArea(rect.inset(columns: 1))
    guard let step = lesson.player.current else {
      drawIntroduction(in: &area, on: &canvas)
      return
    }
    let explanation = lesson.explanation(of: step)
    area.paragraph(explanation.sentence(lesson.run.labels), .heading, on: &canvas)
    let width = area.rect.size.width
    let lines = lines(of: explanation, width: width)
    let isLong = lines.count >= area.rowsLeft
    let isAiry = rect.size.height > 10 && !isLong
    if isAiry { area.skip() }
    for line in isLong ? packed(lines, width: width) : lines { area.line(line, on: &canvas) }
    if isAiry && !explanation.remarks.isEmpty { area.skip() }
    for remark in explanation.remarks { area.paragraph(remark, .plain, on: &canvas) }
    if let leftOut = lesson.stepLeftOut { area.paragraph(leftOut, .note, on: &canvas) }
    if let folded { area.paragraph(folded, .note, on: &canvas) }
    drawChange(in: &area, on: &canvas)
  }

  /// Says that nodes the sentence names are inside of a box; nil where they are not.
  private var folded: String? {
    let plan = lesson.picture.plan
    guard let group = plan.group(around: lesson.focus) else { return nil }
    let function = lesson.run.scene.groups[group].function
    return plan.shows(lesson.focus)
      ? "What it is made of is inside of \(function), which is folded."
      : "This is inside of \(function), which is folded."
  }

  /// The derivation as text, the relations under each other; a long right side goes on below
  /// itself.
  private func lines(of explanation: Explanation, width: Int) -> [[Span]] {
    let column = explanation.derivation.map { ($0.left + " " + $0.relation).columnCount }.max() ?? 0
    let margin = String(repeating: " ", count: column + 2)
    return explanation.derivation.flatMap { line in
      let lead = line.left.isEmpty ? line.relation : line.left + " " + line.relation
      let blanks = String(repeating: " ", count: column - lead.columnCount)
      let right = line.right.text(symbols.style).wrapped(toColumns: max(8, width - column - 2))
      return right.enumerated().map { index, piece in
        let start = index == 0 ? " " + blanks + lead + " " : margin
        let role: Role = line.kind == .result ? .fresh : .plain
        return [Span(start + piece, role)]
      }
    }
  }

  /// The same with results behind their numbers, where there is room.
  private func packed(_ lines: [[Span]], width: Int) -> [[Span]] {
    lines.reduce(into: []) { rows, line in
      let text = line.map(\.text).joined().drop { $0 == " " }
      let before = rows.last?.reduce(0) { $0 + $1.text.columnCount } ?? width
      if line[0].role == .fresh, text.first == "=", before + 1 + String(text).columnCount <= width {
        rows[rows.count - 1].append(Span(" " + text, .fresh))
      } else {
        rows.append(line)
      }
    }
  }

  private func drawIntroduction(in area: inout TextArea, on canvas: inout Canvas) {
    if let beginning = lesson.trainingStepBeginning {
      area.paragraph(beginning.title, .heading, on: &canvas)
      area.skip()
      for sentence in beginning.sentences { area.paragraph(sentence, .note, on: &canvas) }
      return
    }
    let scene = lesson.run.scene
    area.paragraph(
      scene.title.isEmpty ? scene.source.shortName : scene.title, .heading, on: &canvas)
    area.skip()
    // The file's line breaks are for the file's width; an empty line begins a paragraph.
    for lines in scene.introduction.split(whereSeparator: \.isEmpty) {
      area.paragraph(Array(lines).separated(by: " "), .note, on: &canvas)
      area.skip()
    }
    area.line([Span("Space", .key), Span(" computes the first value.")], on: &canvas)
    drawChange(in: &area, on: &canvas)
  }

  /// The wiggle: what the gradient said an edit would do, beside what it did.
  private func drawChange(in area: inout TextArea, on canvas: inout Canvas) {
    guard let change = lesson.change else { return }
    area.skip()
    for line in ChangeText(change: change, lesson: lesson).lines {
      area.line(line, .changed, on: &canvas)
    }
  }
}
