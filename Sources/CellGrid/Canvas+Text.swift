extension Canvas {
  /// The characters as lines of text, blanks at the end of a line left out.
  package var text: String {
    (0..<size.height).map { line($0) }.joined(separator: "\n")
  }

  /// One row as text, blanks at its end left out.
  package func line(_ row: Int) -> String {
    var line = ""
    var pending = 0
    for column in 0..<size.width where contains(column, row) {
      let glyph = cells[row * size.width + column].glyph
      if glyph == .blank {
        pending += 1
      } else if glyph != .continuation {
        line += String(repeating: " ", count: pending)
        pending = 0
        line.append(character(of: glyph))
      }
    }
    return line
  }

  /// The roles as lines of text, one letter a cell: what a golden test compares beside `text`.
  package func roleText(_ letter: (Role) -> Character) -> String {
    (0..<size.height).map { row in
      var line = String(
        (0..<size.width).map { letter(cells[row * size.width + $0].role) })
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// Calls `body` for every longest stretch of one role in a row, left to right, with the column
  /// where it starts and its scalars. The scalars are valid during the call; nothing is allocated
  /// for a stretch.
  package func forEachRun(
    row: Int, _ body: (_ column: Int, _ scalars: [Unicode.Scalar], _ role: Role) -> Void
  ) {
    guard row >= 0, row < size.height, size.width > 0 else { return }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(size.width)
    var start = 0
    var role = cells[row * size.width].role
    for column in 0..<size.width {
      let cell = cells[row * size.width + column]
      if cell.role != role {
        body(start, scalars, role)
        scalars.removeAll(keepingCapacity: true)
        (start, role) = (column, cell.role)
      }
      if let scalar = cell.glyph.scalar {
        scalars.append(scalar)
      } else if let index = cell.glyph.clusterIndex {
        scalars.append(contentsOf: clusters[index].unicodeScalars)
      }
    }
    body(start, scalars, role)
  }
}

extension Canvas {
  /// Whether a row shows the same as in another canvas of the same width.
  package func showsSame(as other: Canvas, row: Int) -> Bool {
    guard size.width == other.size.width, row < min(size.height, other.size.height) else {
      return false
    }
    // A cluster's number is each canvas's own.
    guard clusters == other.clusters else { return false }
    let range = row * size.width..<(row + 1) * size.width
    return cells[range] == other.cells[range]
  }

  /// A number that rows of the same characters share, whatever their roles.
  package func fingerprint(row: Int) -> Int {
    cells[row * size.width..<(row + 1) * size.width].reduce(0) { sum, cell in
      let glyph = cell.glyph.clusterIndex.map { clusters[$0].hashValue } ?? Int(cell.glyph.rawValue)
      return sum &* 0x100_0193 &+ glyph
    }
  }
}
