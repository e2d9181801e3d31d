import CellGrid

/// The whole drawing in the corner of the graph, with what is in sight of it as a rectangle.
struct MinimapPanel {
  let minimap: Minimap
  let lesson: Lesson
  let symbols: Symbols

  /// The panel's place; nil where it would take more than a third of the graph.
  static func place(in graph: Rect) -> Rect? {
    let (width, height) = (Minimap.size.width + 2, Minimap.size.height + 2)
    guard 2 * width <= graph.size.width, 3 * height <= 2 * graph.size.height else { return nil }
    return Rect(
      column: graph.maxColumn - width + 1, row: graph.maxRow - height + 1, width: width,
      height: height)
  }

  func draw(in graph: Rect, on canvas: inout Canvas) {
    guard let place = Self.place(in: graph) else { return }
    canvas.fill(place)
    canvas.draw(Frame.square.twin(symbols.repertoire), in: place, role: .quiet)
    let inside = Point(column: place.minColumn + 1, row: place.minRow + 1)
    for row in 0..<Minimap.size.height {
      for column in 0..<Minimap.size.width {
        canvas.draw(
          minimap.character(column: column, row: row, symbols.repertoire),
          at: Point(column: inside.column + column, row: inside.row + row), role: .edge)
      }
    }
    mark(minimap.cells(of: lesson.place), shift: inside, .activeEdge, on: &canvas)
    let sight = Rect(origin: lesson.viewport.offset, size: graph.size)
    outline(minimap.cells(of: sight), shift: inside, on: &canvas)
  }

  private func mark(_ cells: Rect, shift: Point, _ role: Role, on canvas: inout Canvas) {
    canvas.draw(
      symbols.breakpoint,
      at: Point(column: cells.minColumn + shift.column, row: cells.minRow + shift.row), role: role)
  }

  /// The rectangle of what is in sight; a single cell has no room for one and is reversed.
  private func outline(_ cells: Rect, shift: Point, on canvas: inout Canvas) {
    let place = cells.moved(columns: shift.column, rows: shift.row)
    guard place.size.width > 1, place.size.height > 1 else {
      for column in place.minColumn...place.maxColumn {
        for row in place.minRow...place.maxRow {
          let character = canvas[column, row].character
          canvas.draw(
            character == " " ? symbols.unknown : character, at: Point(column: column, row: row),
            role: .selection)
        }
      }
      return
    }
    canvas.draw(Frame.heavy.twin(symbols.repertoire), in: place, role: .activeFrame)
  }
}
