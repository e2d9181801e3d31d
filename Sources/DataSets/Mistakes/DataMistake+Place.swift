extension DataMistake {
  /// A place in a file.
  package struct Place: Hashable, Sendable {
    /// How many bytes are in front of it.
    package var offset: Int
    /// Whether that is in what was packed, and not in the file itself.
    package var isUnpacked = false
    /// Its line, from 1; nil in a file without lines.
    package var line: Int?
    /// The column of the table, from 1; nil where the whole line or file is meant.
    package var column: Int?
    /// The column's name, where the file has one for it.
    package var columnName: String?

    package init(
      offset: Int, line: Int? = nil, column: Int? = nil, columnName: String? = nil
    ) {
      self.offset = offset
      self.line = line
      self.column = column
      self.columnName = columnName
    }

    var text: String {
      guard let line else {
        return (isUnpacked ? "unpacked byte " : "byte ") + offset.grouped
      }
      let number = column.map { ", column \($0)" } ?? ""
      let name = columnName.map { " (" + $0.quoted + ")" } ?? ""
      return "line \(line.grouped)" + number + name
    }
  }

  /// The same mistake in what was packed in a file.
  var unpacked: DataMistake {
    var place = place
    place?.isUnpacked = true
    return DataMistake(kind, at: place)
  }
}
