import Autograd
package import CellGrid
import GraphLayout
import Playback

/// Draws a picture in a state into a canvas, only what a viewport shows of it.
package struct PictureCanvas {
  let picture: Picture
  let state: PictureState
  let symbols: Symbols

  package init(picture: Picture, state: PictureState, symbols: Symbols) {
    self.picture = picture
    self.state = state
    self.symbols = symbols
  }

  /// Draws what `viewport` shows of the drawing into `rect` of a canvas.
  ///
  /// - Parameter sight: what is seen in all, where this is a part of it.
  package func draw(
    _ viewport: Rect, of sight: Rect? = nil, in rect: Rect, on canvas: inout Canvas
  ) {
    let hasWires = picture.metrics.zoom != .cells
    let active = hasWires ? picture.activeWires(in: state) : []
    let strokes = picture.drawing.strokes(in: viewport, role: .edge) { wire in
      if active.contains(wire) { return (.heavy, .activeEdge) }
      return isInLineage(picture.plan.wires[wire]) ? (.light, .lineage) : nil
    }
    strokes.paint(on: &canvas, at: rect.origin, repertoire: symbols.repertoire)
    let shift = Point(
      column: rect.minColumn - viewport.minColumn, row: rect.minRow - viewport.minRow)
    drawBoxes(
      picture.drawing.boxes(in: viewport), shift: shift,
      louderPorts: active.map { picture.plan.wires[$0].from }, clip: rect, on: &canvas)
    guard hasWires else { return }
    drawAmount(shift: shift, sight: sight ?? viewport, clip: rect, on: &canvas)
  }

  private func drawBoxes(
    _ boxes: [Int], shift: Point, louderPorts: [Int], clip: Rect, on canvas: inout Canvas
  ) {
    guard let first = boxes.first else { return }
    let hasWires = picture.metrics.zoom != .cells
    let loud = picture.activeBoxes(in: state)
    var box = BoxDrawing(
      subject: picture.plan.subjects[first], box: picture.boxes[first], isActive: false,
      state: state, symbols: symbols)
    for index in boxes {
      let place = picture.drawing.boxes[index].moved(columns: shift.column, rows: shift.row)
      box.subject = picture.plan.subjects[index]
      box.box = picture.boxes[index]
      box.isActive = loud.contains(index)
      box.draw(in: place, clip: clip, on: &canvas)
      guard hasWires, picture.isSource[index], box.box.kind != .stub else { continue }
      drawPort(
        of: index, isLoud: louderPorts.contains(index), in: place, clip: clip, on: &canvas)
    }
  }

  private func isInLineage(_ wire: Diagram.Wire) -> Bool {
    state.isInLineage(
      from: picture.node(ofBox: wire.from), to: picture.node(ofBox: wire.to))
  }

  /// Opens the border where edges leave.
  private func drawPort(
    of index: Int, isLoud: Bool, in rect: Rect, clip: Rect, on canvas: inout Canvas
  ) {
    let port = Point(
      column: rect.maxColumn, row: rect.minRow + picture.diagram.boxes[index].output)
    guard picture.boxes[index].zoom == .boxes else {
      let node = picture.node(ofBox: index)
      let isMarked =
        state.lineage != nil
        && picture.consumersShown(of: node).contains { state.isInLineage(from: node, to: $0) }
      return drawLeader(
        to: port, from: rect.minColumn, weight: isLoud ? .heavy : .light,
        role: isLoud ? .activeEdge : isMarked ? .lineage : .edge, clip: clip, on: &canvas)
    }
    let frame = picture.boxes[index].kind.frame.twin(symbols.repertoire)
    let role = canvas[port.column, port.row].role
    canvas.draw(
      frame.output(isLoud ? .heavy : .light), at: port, role: isLoud ? .activeEdge : role,
      within: clip)
  }

  /// Leads the eye from the end of a line's text, which has no border, to its edges.
  private func drawLeader(
    to port: Point, from start: Int, weight: Weight, role: Role, clip: Rect,
    on canvas: inout Canvas
  ) {
    let arms = Arms([.left, .right], weight: weight)
    var column = port.column
    while column > start + 1, column > clip.minColumn,
      canvas[column - 1, port.row].character == " ", canvas[column, port.row].character == " "
    {
      canvas.draw(
        Character(arms.glyph(symbols.repertoire)), at: Point(column: column, row: port.row),
        role: role, within: clip)
      column -= 1
    }
  }

  /// Writes the amount on the current edge.
  private func drawAmount(shift: Point, sight: Rect, clip: Rect, on canvas: inout Canvas) {
    guard let contribution = state.contribution, let wire = picture.wire(of: contribution)
    else { return }
    // The whole of a tensor has no place on an edge; that it is one, has.
    let text =
      state.run.isTensor(contribution.to)
      ? "\(state.run.shape(of: contribution.to))" : NumberText.text(of: contribution.amount)
    let places = AmountPlaces(
      wire: wire, of: picture.drawing, length: text.count, sight: sight)
    guard let place = places.best else { return }
    canvas.write(
      text, at: Point(column: place.column + shift.column, row: place.row + shift.row),
      role: .activeEdge, within: clip)
  }
}

extension Picture.Kind {
  /// The shape of the border says what a node is.
  var frame: Frame {
    switch self {
    case .input, .computed: .rounded
    case .parameter: .double
    case .constant: .dotted
    case .group, .stub: .square
    }
  }
}
