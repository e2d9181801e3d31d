/// What a cell that cannot be read is taken for.
struct CSVMistakes {
  private let text: CSVText

  init(_ text: CSVText) { self.text = text }

  /// What is wrong with the text of a cell, whatever it is meant to be.
  func mistake(in cell: CSVText.Cell) -> DataMistake.Table? {
    let control = text.bytes[cell.start..<cell.end].first {
      ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F
    }
    if let control { return .strangeByte(control) }
    return cell.isUnclosed ? .unclosedQuote : nil
  }

  /// What a cell is that is no number.
  ///
  /// - Parameter isFirst: whether it is the first value of its column.
  func mistake(in value: String, isFirst: Bool) -> DataMistake.Table {
    if value.isEmpty || Self.wordsForNothing.contains(value.lowercased()) {
      return .missingValue(value)
    }
    let bytes = Array(value.utf8)
    if let number = DecimalNumber(bytes, from: 0, to: bytes.count), number.end == bytes.count {
      return .tooLarge(value)
    }
    return isFirst && value.first?.isLetter == true ? .textColumn(value) : .notANumber(value)
  }

  /// A sign between the values of a line that should be a comma.
  func separator(in cells: [CSVText.Cell]) -> String? {
    cells.lazy.compactMap { cell in cell.text.first { $0 == ";" || $0 == "\t" } }.first
      .map(String.init)
  }

  private static let wordsForNothing = [
    "?", "-", "na", "n/a", "nan", "null", "none", "nil", "inf", "-inf", "infinity",
  ]
}
