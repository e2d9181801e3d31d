import CellGrid

/// The whole drawing in the corner of the graph, with what is in sight of it as a rectangle.
struct MinimapPanel {
  let minimap: Minimap
  let lesson: Lesson
  let symbols: Symbols

  private static let size = Size(
    width: Minimap.size.width + 2, height: Minimap.size.height + 2)

  /// Whether it leaves the picture three fifths of the columns and half of the rows.
  static func fits(_ graph: Rect) -> Bool {
    5 * size.width <= 2 * graph.size.width && 2 * size.height <= graph.size.height
  }

  /// The first corner, from the lower right one on, in which the map does not cover what the view
  /// follows.
  private func place(in graph: Rect) -> Rect {
    let right = graph.maxColumn - Self.size.width + 1
    let bottom = graph.maxRow - Self.size.height + 1
    let corners = [
      (right, bottom), (right, graph.minRow), (graph.minColumn, bottom),
      (graph.minColumn, graph.minRow),
    ].map { Rect(origin: Point(column: $0.0, row: $0.1), size: Self.size) }
    let seen = lesson.place.moved(
      columns: graph.minColumn - lesson.viewport.offset.column,
      rows: graph.minRow - lesson.viewport.offset.row)
    return corners.first { $0.intersection(seen).isEmpty } ?? corners[0]
  }

  func draw(in graph: Rect, on canvas: inout Canvas) {
    guard Self.fits(graph) else { return }
    let place = place(in: graph)
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
    let sight = Rect(origin: lesson.viewport.offset, size: graph.size)
    outline(minimap.cells(of: sight), shift: inside, on: &canvas)
    mark(minimap.cells(of: lesson.place), shift: inside, on: &canvas)
  }

  private func mark(_ cells: Rect, shift: Point, on canvas: inout Canvas) {
    canvas.draw(
      symbols.current,
      at: Point(column: cells.minColumn + shift.column, row: cells.minRow + shift.row),
      role: .activeEdge)
  }

  /// The rectangle of what is in sight; a row or a column of cells has no room for one and is reversed.
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
    canvas.draw(Minimap.frame.twin(symbols.repertoire), in: place, role: .activeFrame)
  }
}
