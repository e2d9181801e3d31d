/// Rows under a heading, printed as a Markdown table that is also aligned for reading as text.
struct Table {
  let heading: [String]
  private(set) var rows: [[String]] = []
  private(set) var notes: [String] = []

  init(_ heading: String...) { self.heading = heading }

  mutating func add(_ row: String...) { rows.append(row) }

  /// A line below the table.
  mutating func note(_ text: String) { notes.append(text) }

  var text: String {
    let widths = heading.indices.map { column in
      ([heading] + rows).map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    func line(_ row: [String]) -> String {
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - cell.count))
      }
      return "| " + cells.joined(separator: " | ") + " |\n"
    }
    let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|")
    return line(heading) + rule + "|\n" + rows.map(line).joined()
      + (notes.isEmpty ? "" : "\n") + notes.map { $0 + "\n" }.joined()
  }
}

extension Double {
  /// With as many decimals as leave three or four digits: `7.63`, `191`.
  var brief: String {
    let decimals = magnitude < 10 ? 100.0 : magnitude < 100 ? 10.0 : 1.0
    let rounded = (self * decimals).rounded() / decimals
    return decimals == 1 && magnitude < 1e15 ? String(Int(rounded)) : String(rounded)
  }

  /// Rounded to thousandths.
  var thousandths: String { String((self * 1000).rounded() / 1000) }
}
