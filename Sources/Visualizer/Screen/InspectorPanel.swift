import Autograd
import CellGrid
import Playback
import SceneLanguage

/// The elements of the selected node page by page, and the sums that make the one under the cursor.
struct InspectorPanel {
  let lesson: Lesson
  let symbols: Symbols

  private var node: NodeID { lesson.selected }
  private var shape: Shape { lesson.run.shape(of: node) }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let layout = InspectorLayout(rect: rect, shape: shape)
    var heading = TextArea(
      Rect(origin: rect.inset(columns: 1).origin, size: Size(width: rect.size.width - 2, height: 1))
    )
    guard let inspector = lesson.inspector?.clamped(to: shape), let looked = lesson.looked else {
      heading.line(
        [Span(lesson.run.labels[node], .heading), Span(" \(shape) is empty")], on: &canvas)
      return
    }
    heading.line(title(inspector), on: &canvas)
    if inspector.showsImages, let images = shape.images {
      let field = lesson.inspectedField(looked)
      let drawing = InspectorImages(
        lesson: lesson, symbols: symbols, inspector: inspector, field: field, kind: images)
      let height = drawing.draw(layout: layout, on: &canvas)
      var area = TextArea(
        Rect(
          column: rect.minColumn + 1, row: rect.minRow + 1 + height, width: rect.size.width - 2,
          height: max(0, rect.size.height - 1 - height)))
      drawCell(looked, in: &area, on: &canvas)
      return
    }
    let fields: [Field] =
      layout.tables.count > 1 ? [.data, .grad] : [lesson.inspectedField(looked)]
    for (table, field) in zip(layout.tables, fields) {
      InspectorTable(
        lesson: lesson, looked: looked, inspector: inspector, field: field, layout: layout,
        symbols: symbols
      )
      .draw(in: table, on: &canvas)
    }
    var area = TextArea(layout.sums)
    drawCell(looked, in: &area, on: &canvas)
  }

  private func title(_ inspector: Inspector) -> [Span] {
    var spans = [Span(lesson.run.labels[node], .heading), Span(" \(shape)")]
    if shape.layers > 1 {
      spans.append(
        Span("  \(shape.index(ofLayer: inspector.layer)), + - for the \(shape.layers) of them"))
    }
    return spans + [Span("  line \(lesson.line(of: node))", .quiet)]
  }

  /// The element with all the digits that are wanted, then its sums, those that are lit first.
  private func drawCell(_ looked: Lesson.Looked, in area: inout TextArea, on canvas: inout Canvas) {
    let report = looked.report
    func number(_ value: Double?) -> String {
      value.map { NumberText.text(of: $0, digits: lesson.digits) } ?? ""
    }
    var spans = [Span(report.name, .selection)]
    spans += [Span("  data ", .quiet), Span(number(report.value), .value)]
    if lesson.run.gradients[node.index] != nil {
      spans += [Span("  grad ", .quiet), Span(number(report.gradient), .gradient)]
    } else {
      spans.append(Span("  no gradient", .quiet))
    }
    area.line(spans, on: &canvas)
    let isGradient = lesson.inspectedField(looked) == .grad
    let sums =
      report.sums.filter { $0.isGradient == isGradient }
      + report.sums.filter { $0.isGradient != isGradient }
    for sum in sums {
      area.paragraph(sum.text, sum.isGradient == isGradient ? .fresh : .plain, on: &canvas)
      if !sum.words.isEmpty { area.paragraph(sum.words, .note, on: &canvas) }
    }
  }
}
