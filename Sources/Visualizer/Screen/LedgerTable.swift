import CellGrid

/// The rows of a ledger in columns: from, slot, upstream × local = amount, running total. Where
/// the numbers are too long for that, two lines a row, or one for each number.
struct LedgerTable {
  let heading: String
  let lines: [String]
  let linesPerRow: Int

  init(rows: [[String]], width: Int, symbols: Symbols) {
    let roomy = Columns(
      titles: ["from", "slot", "upstream", "local", "amount", "total"], rows: rows,
      joints: [" ", " ", " \(symbols.times) ", " = ", "  "])
    let tight = Columns(
      titles: ["from", "#", "upstr.", "local", "amount", "total"], rows: rows,
      joints: [" ", " ", " \(symbols.times) ", " = ", " "])
    let columns = roomy.width <= width ? roomy : tight
    if columns.width <= width {
      heading = columns.heading
      lines = rows.map(columns.line)
      linesPerRow = 1
      return
    }
    let pairs = rows.flatMap {
      ["\($0[0]) \($0[1]): \($0[2]) \(symbols.times) \($0[3])", "  = \($0[4]); \($0[5])"]
    }
    if pairs.allSatisfy({ $0.columnCount <= width }) {
      heading = "from #: upstr. \(symbols.times) local = amount; total"
      lines = pairs
      linesPerRow = 2
      return
    }
    heading = "from slot"
    lines = rows.flatMap {
      [
        "\($0[0]) \($0[1])  upstream  \($0[2])", "  \(symbols.times) local  \($0[3])",
        "  = amount  \($0[4])", "  total  \($0[5])",
      ]
    }
    linesPerRow = 4
  }
}

private struct Columns {
  let titles: [String]
  let joints: [String]
  let widths: [Int]

  init(titles: [String], rows: [[String]], joints: [String]) {
    self.titles = titles
    self.joints = joints
    widths = titles.indices.map { column in
      ([titles] + rows).map { $0[column].columnCount }.max() ?? 0
    }
  }

  var width: Int {
    widths.reduce(0, +) + joints.reduce(0) { $0 + $1.columnCount }
  }

  var heading: String {
    line(titles, joints: joints.map { String(repeating: " ", count: $0.columnCount) })
  }

  func line(_ cells: [String]) -> String { line(cells, joints: joints) }

  /// The first column to the left, the others to the right.
  private func line(_ cells: [String], joints: [String]) -> String {
    cells.indices.reduce(into: "") { text, column in
      let blanks = String(repeating: " ", count: widths[column] - cells[column].columnCount)
      text += column == 0 ? cells[column] + blanks : joints[column - 1] + blanks + cells[column]
    }
  }
}
