import Autograd
import CellGrid
import Playback
import SceneLanguage

/// One node's box: its title in the border, its data and its gradient in the two rows inside.
///
/// The same value draws one box after the other: the state it shows them in is large, and a screen
/// of cells is a thousand of them.
struct BoxDrawing {
  var subject: PicturePlan.Subject
  var box: Picture.Box
  /// Whether the step is about it.
  var isActive: Bool
  let state: PictureState
  let symbols: Symbols

  func draw(in rect: Rect, clip: Rect, on canvas: inout Canvas) {
    canvas.fill(rect.intersection(clip))
    guard box.kind != .stub else {
      return drawStub(at: rect.origin, clip: clip, on: &canvas)
    }
    switch box.zoom {
    case .boxes: drawBox(in: rect, clip: clip, on: &canvas)
    case .lines: drawLine(in: rect, clip: clip, on: &canvas)
    case .cells: drawCell(at: rect.origin, clip: clip, on: &canvas)
    }
  }

  private func drawBox(in rect: Rect, clip: Rect, on canvas: inout Canvas) {
    canvas.draw(
      box.kind.frame.twin(symbols.repertoire), in: rect, role: frameRole, within: clip)
    drawTitle(in: rect, clip: clip, on: &canvas)
    if let face = box.face {
      drawTensor(face, in: rect, clip: clip, on: &canvas)
      return
    }
    let inside = Point(column: rect.minColumn + 1, row: rect.minRow + 1)
    let width = rect.size.width - 2
    if box.kind == .constant {
      drawConstant(at: inside, width: width, clip: clip, on: &canvas)
    } else {
      write(dataRow, at: inside, width: width, clip: clip, on: &canvas)
      let below = Point(column: inside.column, row: inside.row + 1)
      write(gradientRow, at: below, width: width, clip: clip, on: &canvas)
    }
    drawSize(in: rect, clip: clip, on: &canvas)
  }

  /// How much a closed group hides, in its lower border.
  private func drawSize(in rect: Rect, clip: Rect, on canvas: inout Canvas) {
    guard case .group(let group) = subject.kind else { return }
    let count = state.run.scene.groups[group].nodes.count
    canvas.write(
      " \(count) \(count == 1 ? "node" : "nodes") ",
      at: Point(column: rect.minColumn + 1, row: rect.maxRow), role: .quiet, within: clip)
  }

  private func drawStub(at place: Point, clip: Rect, on canvas: inout Canvas) {
    let role = state.selected == node ? Role.selection : frameRole
    canvas.write(box.title, at: place, role: role, within: clip)
  }

  var node: NodeID { subject.node }

  var gradient: GradientState { state.run.gradient(of: node, at: state.cursor) }

  var isUnreached: Bool { gradient == .never(.outputDoesNotDependOnIt) }

  var frameRole: Role {
    if isActive { return .activeFrame }
    if state.isInLineage(node) { return .lineage }
    if isUnreached { return .unreached }
    switch box.kind {
    case .constant: return .constant
    case .parameter: return .parameter
    case .stub where state.run.scene.graph.operation(of: node) == .constant: return .constant
    case .stub: return .parameter
    case .input, .computed, .group: return .frame
    }
  }

  var lineageMark: Character? {
    guard let lineage = state.lineage, lineage.contains(node) else { return nil }
    return lineage.direction == .ancestors ? symbols.ancestor : symbols.descendant
  }

  private func drawTitle(in rect: Rect, clip: Rect, on canvas: inout Canvas) {
    let isSelected = state.selected == node
    let hasBreakpoint = state.breakpoints.contains(node)
    var column = rect.minColumn + 1
    if hasBreakpoint {
      column += canvas.write(
        String(symbols.breakpoint), at: Point(column: column, row: rect.minRow),
        role: .breakpoint, within: clip)
    }
    let place = Point(column: column, row: rect.minRow)
    if !box.title.isEmpty {
      let room = rect.maxColumn - column - 2
      let title = box.title.truncated(toColumns: max(0, room), ellipsis: symbols.ellipsis)
      let role: Role = isSelected ? .selection : frameRole == .frame ? .plain : frameRole
      canvas.write(" \(title) ", at: place, role: role, within: clip)
    }
    // It takes the place of the blank before the title, so that no title is cut for it.
    if let mark = lineageMark { canvas.draw(mark, at: place, role: .lineage, within: clip) }
  }

  private func drawConstant(at point: Point, width: Int, clip: Rect, on canvas: inout Canvas) {
    let row = constantRow
    let text = row.text.truncated(toColumns: width - 1, ellipsis: symbols.ellipsis)
    let isSelected = box.title.isEmpty && state.selected == node
    canvas.write(
      "\(row.mark)\(text)\(isSelected ? " " : "")", at: point,
      role: isSelected ? .selection : row.role, within: clip)
  }
}

/// What stands in one row of a box.
struct BoxRow {
  var word = ""
  var mark: Character = " "
  var text = ""
  var role = Role.value
  var remark = ""

  /// Beside a gradient that is still that of the training step before.
  static let carried = "old"

  /// The number with its mark before it, if it has one.
  var line: String { mark == " " ? text : "\(mark)\(text)" }
}

extension BoxDrawing {
  /// A constant is known before anything is computed: its number is its name.
  var constantRow: BoxRow {
    let text =
      state.run.isTensor(node)
      ? "\(state.run.shape(of: node))" : NumberText.text(of: state.run.values[node.index])
    if state.change?.changed(.data, of: node) ?? false {
      return BoxRow(mark: symbols.changed, text: text, role: .changed)
    }
    return state.isFreshValue(node)
      ? BoxRow(mark: symbols.fresh, text: text, role: .fresh) : BoxRow(text: text, role: .constant)
  }

  var dataRow: BoxRow {
    var row = BoxRow(word: "data")
    if state.run.isTensor(node) { return meanRow(.data) }
    guard let value = state.run.value(of: node, at: state.cursor) else { return row }
    row.text = NumberText.text(of: value)
    row.role = isUnreached ? .unreached : value.isFinite ? .value : .problem
    if state.isFreshValue(node) {
      row.mark = symbols.fresh
      row.role = .fresh
    } else if state.change?.changed(.data, of: node) ?? false {
      row.mark = symbols.changed
      row.role = .changed
    }
    return row
  }

  var gradientRow: BoxRow {
    if state.run.isTensor(node) { return meanRow(.grad) }
    var row = BoxRow(word: "grad", role: .gradient)
    switch gradient {
    case .notYet: return row
    case .never(.constant): return BoxRow(text: "constant", role: .constant)
    case .never(.outputDoesNotDependOnIt): return BoxRow(text: "no path", role: .unreached)
    case .carried(let total):
      row.text = NumberText.text(of: total)
      (row.remark, row.role) = (BoxRow.carried, total.isFinite ? .quiet : .problem)
    case .partial(let total, let received, let expected):
      row.text = NumberText.text(of: total)
      row.mark = symbols.partial
      if expected > 1 { row.remark = "\(received)/\(expected)" }
    case .final(let total):
      row.text = NumberText.text(of: total)
      row.remark = state.run.zeroReason(of: node)?.mark ?? ""
      if !total.isFinite { row.role = .problem }
    }
    if state.isFreshGradient(node) {
      if row.mark == " " { row.mark = symbols.fresh }
      row.role = .fresh
    } else if state.change?.changed(.grad, of: node) ?? false {
      row.mark = symbols.changed
      row.role = .changed
    }
    return row
  }

  private func write(
    _ row: BoxRow, at point: Point, width: Int, clip: Rect, on canvas: inout Canvas
  ) {
    // The number takes the blanks around the word before it would lose a digit, or the remark.
    let remarkWidth = row.remark.isEmpty ? 0 : row.remark.count + 1
    let offset = box.hasWords ? max(4, min(6, width - row.text.count - 1 - remarkWidth)) : 0
    if box.hasWords {
      let place = Point(column: point.column + (offset < 6 ? 0 : 1), row: point.row)
      canvas.write(row.word, at: place, role: .quiet, within: clip)
    }
    var column = point.column + offset
    column += canvas.write(
      "\(row.mark)\(row.text)", at: Point(column: column, row: point.row), role: row.role,
      within: clip)
    let start = point.column + width - row.remark.count
    guard !row.remark.isEmpty, start > column else { return }
    canvas.write(
      row.remark, at: Point(column: start, row: point.row), role: .quiet, within: clip)
  }
}
