import Autograd
import CellGrid
import Playback
import SceneLanguage

extension BoxDrawing {
  /// A tensor's value and gradient, one below the other, and its shape in the border.
  func drawTensor(_ face: TensorFace, in rect: Rect, clip: Rect, on canvas: inout Canvas) {
    let inside = rect.inset(columns: 1, rows: 1)
    draw(.data, face, in: inside, clip: clip, on: &canvas)
    let below = inside.moved(rows: face.rows)
    if box.kind != .constant { draw(.grad, face, in: below, clip: clip, on: &canvas) }
    drawShape(face.shape, in: rect, clip: clip, on: &canvas)
  }

  /// The shape at the left of the lower border, and how many contributions are in at its right.
  private func drawShape(
    _ shape: Shape, in rect: Rect, clip: Rect, on canvas: inout Canvas
  ) {
    let remark = tensorRow(.grad).remark
    let end = remark.isEmpty ? 0 : remark.count + 2
    var text = " \(shape) "
    if case .group(let group) = subject.kind {
      let count = state.run.scene.groups[group].nodes.count
      text += "\(count) \(count == 1 ? "node" : "nodes") "
    }
    let room = rect.size.width - 2 - end
    canvas.write(
      text.truncated(toColumns: max(0, room), ellipsis: symbols.ellipsis),
      at: Point(column: rect.minColumn + 1, row: rect.maxRow), role: .quiet, within: clip)
    guard end > 0, rect.size.width > end + 2 else { return }
    canvas.write(
      " \(remark) ", at: Point(column: rect.maxColumn - end, row: rect.maxRow), role: .quiet,
      within: clip)
  }

  /// How the field's numbers look, and what stands in place of them.
  func tensorRow(_ field: Field) -> BoxRow {
    guard field == .grad else {
      var row = BoxRow(word: "data", role: isUnreached ? .unreached : .value)
      if box.kind == .constant { row.role = .constant }
      if state.isFreshValue(node) {
        (row.mark, row.role) = (symbols.fresh, .fresh)
      } else if state.change?.changed(.data, of: node) ?? false {
        (row.mark, row.role) = (symbols.changed, .changed)
      }
      return row
    }
    var row = BoxRow(word: "grad", role: .gradient)
    switch gradient {
    case .notYet: return row
    case .never(.constant): return BoxRow(text: "constant", role: .constant)
    case .never(.outputDoesNotDependOnIt): return BoxRow(text: "no path", role: .unreached)
    case .carried: (row.remark, row.role) = (BoxRow.carried, .quiet)
    case .partial(_, let received, let expected):
      row.mark = symbols.partial
      if expected > 1 { row.remark = "\(received)/\(expected)" }
    case .final: break
    }
    if state.isFreshGradient(node) {
      if row.mark == " " { row.mark = symbols.fresh }
      row.role = .fresh
    } else if state.change?.changed(.grad, of: node) ?? false {
      (row.mark, row.role) = (symbols.changed, .changed)
    }
    return row
  }

  private func draw(
    _ field: Field, _ face: TensorFace, in rect: Rect, clip: Rect, on canvas: inout Canvas
  ) {
    let row = tensorRow(field)
    let word =
      box.hasWords ? " \(row.word)" : field == .grad ? String(symbols.partialDerivative) : ""
    if !row.word.isEmpty { canvas.write(word, at: rect.origin, role: .quiet, within: clip) }
    let start = Point(column: rect.minColumn + face.lead, row: rect.minRow)
    guard row.text.isEmpty else {
      canvas.write(row.text, at: start, role: row.role, within: clip)
      return
    }
    let size = face.grid(inShades: symbols.hasShades)
    guard let glance = state.glance(at: node, field, size: size) else { return }
    let mark = Point(column: start.column - 1, row: start.row)
    canvas.draw(row.mark, at: mark, role: row.role, within: clip)
    let drawing = TensorDrawing(
      glance: glance, face: face, symbols: symbols, role: row.role,
      lit: lit(field, in: glance.grid, of: face.shape), clip: rect.intersection(clip))
    drawing.draw(at: start, on: &canvas)
  }
}

extension BoxDrawing {
  /// The cells of a grid in which elements lie that feed the one that is inspected.
  private func lit(_ field: Field, in grid: TensorGrid, of shape: Shape) -> Set<Int> {
    var cells: Set<Int> = []
    for lit in state.lit where lit.node == node && lit.field == field {
      for element in lit.elements {
        let (row, column) = element.quotientAndRemainder(dividingBy: max(1, shape.columns))
        let place = TensorGrid.place(row, of: grid.rows, in: shape.rows)
        cells.insert(
          place * grid.columns + TensorGrid.place(column, of: grid.columns, in: shape.columns))
      }
    }
    return cells
  }

  /// What a line says of a tensor: the mean of its elements.
  func meanRow(_ field: Field) -> BoxRow {
    var row = tensorRow(field)
    let size = Size(width: 1, height: 1)
    guard row.text.isEmpty, let glance = state.glance(at: node, field, size: size) else {
      return row
    }
    row.text = glance.range.map { "\(symbols.mean)\(NumberText.text(of: $0.mean))" } ?? "empty"
    if glance.range?.isFinite == false { row.role = .problem }
    return row
  }
}
