/// A picture in ASCII, read the way a person does: a corner says whether its line goes up or down,
/// and whether a dash touches it, perhaps from under a crossing, says where it goes sideways.
package struct ASCIIPicture {
  private let rows: [[Unicode.Scalar]]
  /// The same picture with the lines that `GlyphWalk` knows; the boxes stay as they are.
  package private(set) var lines: [[Unicode.Scalar]]

  package init(_ rows: [[Unicode.Scalar]]) {
    self.rows = rows
    lines = rows
    for (row, line) in rows.enumerated() {
      for column in line.indices { lines[row][column] = lineCharacter(row, column) }
    }
  }

  /// The same with the boxes, too: their titles say where they begin.
  package var withUnicodeLines: [[Unicode.Scalar]] {
    var copy = self
    for (row, line) in rows.enumerated() {
      for column in line.indices where isTopLeft(row, column) { copy.drawBox(row, column) }
    }
    return copy.lines
  }

  private func lineCharacter(_ row: Int, _ column: Int) -> Unicode.Scalar {
    switch self[row, column] {
    case "-": "─"
    case "|": "│"
    case ">": "▶"
    case ".": joined(row, column, as: "┌┐┬")
    case "'": joined(row, column, as: "└┘┴")
    case "+": joined(row, column, as: "├┤┼")
    case let other: other
    }
  }

  /// The character that goes on to the right, to the left, or to both sides.
  private func joined(_ row: Int, _ column: Int, as characters: String) -> Unicode.Scalar {
    let left = touches(row, column, step: -1)
    let right = touches(row, column, step: 1)
    return Array(characters.unicodeScalars)[left && right ? 2 : left ? 1 : 0]
  }

  private func touches(_ row: Int, _ column: Int, step: Int) -> Bool {
    var column = column + step
    while self[row, column] == "|" { column += step }
    return self[row, column] == "-"
  }

  private func isTopLeft(_ row: Int, _ column: Int) -> Bool {
    self[row, column] == "+" && self[row, column + 1] == " " && self[row, column + 2] == "n"
  }

  private mutating func drawBox(_ top: Int, _ left: Int) {
    var right = left + 1
    while self[top, right] != "+" { right += 1 }
    var bottom = top + 1
    while self[bottom, left] != "+" { bottom += 1 }
    (lines[top][left], lines[top][right], lines[bottom][left]) = ("╭", "╮", "╰")
    for row in top + 1..<bottom { lines[row][right] = self[row, right] == "+" ? "├" : "│" }
  }

  private subscript(row: Int, column: Int) -> Unicode.Scalar {
    guard rows.indices.contains(row), rows[row].indices.contains(column) else { return " " }
    return rows[row][column]
  }
}
