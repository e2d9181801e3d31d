import CellGrid

extension Screen {
  /// Shows the canvas; ncurses sends what differs from the picture before.
  mutating func draw(_ canvas: Canvas) {
    if shown?.size != canvas.size { Curses.erase() }
    let changed = (0..<min(canvas.size.height, size.height)).filter { row in
      shown.map { !canvas.showsSame(as: $0, row: row) } ?? true
    }
    for row in changed { draw(row: row, of: canvas) }
    for row in movedRows.advance(to: canvas, changed: changed) { Curses.sendAgain(row: row) }
    shown = canvas
    Curses.refresh()
  }

  private mutating func draw(row: Int, of canvas: Canvas) {
    Curses.clear(row: row)
    var line: [Int32] = []
    canvas.forEachRun(row: row) { column, scalars, role in
      let ink = attributes(of: role)
      // A cleared row is blank already, and changing colours for a blank nobody sees.
      let shown = ink.marksBlanks ? scalars[...] : scalars.trimmed
      guard !shown.isEmpty else { return }
      line.removeAll(keepingCapacity: true)
      for scalar in shown {
        guard let character = plainCharacter(scalar) else {
          drawCells(of: canvas, from: column, row: row, role: role)
          return
        }
        line.append(character)
      }
      Curses.write(line, column: column + shown.startIndex, row: row, with: ink)
    }
  }

  /// The scalar, when canvas and ncurses agree that it takes one column.
  private func plainCharacter(_ scalar: Unicode.Scalar) -> Int32? {
    switch scalar.value {
    case 0x20..<0x7F: Int32(scalar.value)
    case _ where !isUTF8: 0x3F
    case 0xA0..<0x300, 0x2500..<0x25A0: Int32(scalar.value)
    default:
      Curses.width(of: scalar) == 1 && Character(scalar).columns == 1
        ? Int32(bitPattern: scalar.value) : nil
    }
  }

  /// Writes a run cell by cell, so that a cluster of which ncurses thinks otherwise cannot shift
  /// what follows it.
  private mutating func drawCells(of canvas: Canvas, from first: Int, row: Int, role: Role) {
    let ink = attributes(of: role)
    var column = first
    while column < canvas.size.width {
      let cell = canvas[column, row]
      guard cell.role == role else { return }
      if !cell.isContinuation {
        Curses.write(agreed(cell.character), column: column, row: row, with: ink)
      }
      column += 1
    }
  }

  /// The cluster as ncurses can show it in as many columns as the canvas gave it: whole, its
  /// first scalar only, or a mark that something is there.
  private func agreed(_ character: Character) -> [Int32] {
    guard isUTF8 else { return [Int32](repeating: 0x3F, count: max(1, character.columns)) }
    let widths = character.unicodeScalars.map { Curses.width(of: $0) }
    let scalars = character.unicodeScalars.map { Int32(bitPattern: $0.value) }
    if !widths.contains(-1), widths.reduce(0, +) == character.columns { return scalars }
    if let first = scalars.first, widths.first == character.columns { return [first] }
    return [Int32](repeating: 0xFFFD, count: max(1, character.columns))
  }
}

extension [Unicode.Scalar] {
  /// Without the blanks at both ends.
  fileprivate var trimmed: ArraySlice<Unicode.Scalar> {
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start] == " " { start += 1 }
    while start < end, self[end - 1] == " " { end -= 1 }
    return self[start..<end]
  }
}
