/// A picture in ASCII, read the way a person does: a corner says whether its line goes up or down,
/// and whether a dash touches it, perhaps from under a crossing, says where it goes sideways.
package struct ASCIIPicture {
  private let rows: [[Character]]
  private var result: [[Character]]

  package init(_ picture: String) {
    rows = picture.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    result = rows
  }

  /// The same picture with the characters that `GlyphWalk` knows.
  package var withUnicodeLines: String {
    var copy = self
    for (row, line) in rows.enumerated() {
      for column in line.indices { copy.result[row][column] = lineCharacter(row, column) }
    }
    for (row, line) in rows.enumerated() {
      for column in line.indices where isTopLeft(row, column) { copy.drawBox(row, column) }
    }
    return copy.result.map { String($0) }.joined(separator: "\n")
  }

  private func lineCharacter(_ row: Int, _ column: Int) -> Character {
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
  private func joined(_ row: Int, _ column: Int, as characters: String) -> Character {
    let left = touches(row, column, step: -1)
    let right = touches(row, column, step: 1)
    return Array(characters)[left && right ? 2 : left ? 1 : 0]
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
    (result[top][left], result[top][right], result[bottom][left]) = ("╭", "╮", "╰")
    for row in top + 1..<bottom { result[row][right] = self[row, right] == "+" ? "├" : "│" }
  }

  private subscript(row: Int, column: Int) -> Character {
    guard rows.indices.contains(row), rows[row].indices.contains(column) else { return " " }
    return rows[row][column]
  }
}
