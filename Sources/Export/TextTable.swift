import CellGrid

/// Rows of text in columns that are as wide as their widest entry, two blanks apart.
struct TextTable {
  private(set) var rows: [[String]] = []
  private var widths: [Int] = []

  init(header: [String] = []) {
    if !header.isEmpty { append(header) }
  }

  mutating func append(_ row: [String]) {
    for (column, entry) in row.enumerated() {
      if column == widths.count { widths.append(0) }
      widths[column] = max(widths[column], Self.width(of: entry))
    }
    rows.append(row)
  }

  func write(to stream: inout some TextOutputStream) {
    for row in rows { stream.write(line(of: row)) }
  }

  /// Nearly every entry of a long table is plain: that is decided here, byte by byte, because
  /// asking another module for each of a million entries is what such a table's time goes to.
  private static func width(of entry: String) -> Int {
    entry.utf8.allSatisfy { $0 < 0x80 } ? entry.utf8.count : entry.columnCount
  }

  /// Without blanks at the end, so that the output survives editors and comparisons.
  private func line(of row: [String]) -> String {
    var line = ""
    var missing = 0
    for (entry, width) in zip(row, widths) {
      if !entry.isEmpty {
        line += String(repeating: " ", count: missing) + entry
        missing = 0
      }
      missing += width + 2 - Self.width(of: entry)
    }
    return line + "\n"
  }
}
