extension Canvas {
  /// Writes one line of text and returns the columns it took, cut ones not counted.
  ///
  /// What falls outside `within` is not drawn. A wide character of which only a half would be
  /// seen is a space there.
  ///
  ///     column += canvas.write("data", at: Point(column: column, row: 1))
  @discardableResult
  package mutating func write(
    _ text: String, at start: Point, role: Role = .plain, within: Rect? = nil
  ) -> Int {
    let clip = within.map(bounds.intersection) ?? bounds
    guard start.row >= clip.minRow, start.row <= clip.maxRow else { return 0 }
    guard !text.isPlainASCII else { return writePlain(text.utf8, at: start, role, in: clip) }
    var column = start.column
    for character in text {
      guard column <= clip.maxColumn else { break }
      put(character, at: Point(column: column, row: start.row), role: role, in: clip)
      column += character.columns
    }
    return min(column, clip.maxColumn + 1) - start.column
  }

  @discardableResult
  package mutating func write(
    _ text: some StringProtocol, at start: Point, role: Role = .plain, within: Rect? = nil
  ) -> Int {
    write(String(text), at: start, role: role, within: within)
  }

  /// Writes bytes that are a character and a column each.
  private mutating func writePlain(
    _ bytes: String.UTF8View, at start: Point, _ role: Role, in clip: Rect
  ) -> Int {
    let end = min(start.column + bytes.count, clip.maxColumn + 1)
    let first = max(start.column, clip.minColumn)
    guard first < end else { return end - start.column }
    mendEdges(from: first, through: end - 1, row: start.row)
    var index = start.row * size.width + first
    for byte in bytes.dropFirst(first - start.column).prefix(end - first) {
      cells[index] = PackedCell(glyph: Glyph(Unicode.Scalar(byte)), role: role)
      index += 1
    }
    return end - start.column
  }

  /// Fills a rectangle with one character of one column.
  package mutating func fill(_ rect: Rect, with character: Character = " ", role: Role = .plain) {
    let area = rect.intersection(bounds)
    let filling = PackedCell(glyph: glyph(of: character), role: role)
    guard !area.isEmpty else { return }
    for row in area.minRow...area.maxRow {
      mendEdges(from: area.minColumn, through: area.maxColumn, row: row)
      let first = row * size.width + area.minColumn
      for index in first..<first + area.size.width { cells[index] = filling }
    }
  }

  /// Changes the meaning of what is drawn in a rectangle, and not the characters.
  package mutating func restyle(_ rect: Rect, role: Role) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.minRow...area.maxRow {
      for column in area.minColumn...area.maxColumn {
        cells[row * size.width + column].role = role
      }
    }
  }

  /// Draws another canvas with its top left corner at a point, clipped to a rectangle.
  package mutating func draw(_ other: Canvas, at origin: Point, within: Rect? = nil) {
    let clip = within.map(bounds.intersection) ?? bounds
    let area = clip.intersection(Rect(origin: origin, size: other.size))
    guard !area.isEmpty else { return }
    for row in area.minRow...area.maxRow {
      mendEdges(from: area.minColumn, through: area.maxColumn, row: row)
      let from = (row - origin.row) * other.size.width - origin.column
      for column in area.minColumn...area.maxColumn {
        var cell = other.cells[from + column]
        if let index = cell.glyph.clusterIndex { cell.glyph = glyph(of: other.clusters[index]) }
        cells[row * size.width + column] = cell
      }
      blankHalves(from: area.minColumn, through: area.maxColumn, row: row)
    }
  }
}

extension Canvas {
  /// Puts one character into its cell, and into the next where it is wide.
  mutating func put(_ character: Character, at point: Point, role: Role, in clip: Rect) {
    let columns = character.columns
    let last = point.column + columns - 1
    guard columns > 0, point.row >= clip.minRow, point.row <= clip.maxRow,
      last >= clip.minColumn, point.column <= clip.maxColumn
    else { return }
    let first = max(point.column, clip.minColumn)
    mendEdges(from: first, through: min(last, clip.maxColumn), row: point.row)
    let index = point.row * size.width + first
    guard columns == 2 else {
      cells[index] = PackedCell(glyph: glyph(of: character), role: role)
      return
    }
    guard first == point.column, last <= clip.maxColumn else {
      cells[index] = PackedCell(glyph: .blank, role: role)
      return
    }
    cells[index] = PackedCell(glyph: glyph(of: character), role: role)
    cells[index + 1] = PackedCell(glyph: .continuation, role: role)
  }

  /// Puts a glyph of one column; the place must be inside.
  mutating func put(_ glyph: Glyph, column: Int, row: Int, role: Role) {
    mendEdges(from: column, through: column, row: row)
    cells[row * size.width + column] = PackedCell(glyph: glyph, role: role)
  }

  /// Blanks the halves of wide characters that stick out of a stretch about to be overwritten.
  private mutating func mendEdges(from first: Int, through last: Int, row: Int) {
    let start = row * size.width
    if first > 0, cells[start + first].glyph == .continuation {
      cells[start + first - 1].glyph = .blank
    }
    if last + 1 < size.width, cells[start + last + 1].glyph == .continuation {
      cells[start + last + 1].glyph = .blank
    }
  }

  /// Blanks the halves of wide characters that were cut at the ends of a copied stretch.
  private mutating func blankHalves(from first: Int, through last: Int, row: Int) {
    let start = row * size.width
    if cells[start + first].glyph == .continuation { cells[start + first].glyph = .blank }
    let end = cells[start + last].glyph
    if end != .continuation, character(of: end).columns == 2 { cells[start + last].glyph = .blank }
  }
}
