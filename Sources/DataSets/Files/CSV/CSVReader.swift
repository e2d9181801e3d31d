import Autograd

/// Reads a table of numbers from text with commas between the values.
///
/// ```
/// x, y
/// 1, 0.5
/// 2, 1e-3
/// ```
///
/// The first line is names if anything on it is no number. Numbers may have spaces around them and
/// stand in quotation marks; lines end with a line feed, with or without a carriage return; blank
/// lines at the end are nothing.
package enum CSVReader {
  /// - Parameter limit: how many bytes the values may take, eight a number.
  /// - Throws: the first mistake in the file.
  package static func read(_ bytes: [UInt8], limit: Int) throws(DataMistake) -> NumberTable {
    let text = CSVText(bytes)
    guard text.start < text.end else {
      throw DataMistake(.table(.empty), at: DataMistake.Place(offset: 0))
    }
    var rows = CSVRows(text)
    let header = try rows.readHeader()
    let count = text.lineCount - (rows.hasHeader ? 1 : 0)
    guard count > 0 else {
      throw DataMistake(
        .table(.noRows), at: DataMistake.Place(offset: text.end, line: text.firstLine))
    }
    let shape = try ByteLimit(bytes: limit)
      .shape(
        [count, header.count], at: DataMistake.Place(offset: text.start, line: text.firstLine))
    var values: [Double] = []
    values.reserveCapacity(shape.count)
    for _ in 0..<count { try rows.readRow(into: &values) }
    return NumberTable(
      names: header, hasHeader: rows.hasHeader, values: Tensor(values, shape: shape))
  }
}

/// The rows of a table, one after the other.
private struct CSVRows {
  private let text: CSVText
  private(set) var hasHeader = false
  /// The names that the file has for its columns.
  private var names: [String?] = []
  private var position: Int
  private var line: Int

  init(_ text: CSVText) {
    self.text = text
    position = text.start
    line = text.firstLine
  }

  /// The names of the columns; goes on to the second line if they are the file's own.
  mutating func readHeader() throws(DataMistake) -> [String] {
    let cells = text.cells(ofLine: position)
    names = cells.map { _ in nil }
    hasHeader = cells.contains { number(in: $0) == nil }
    if hasHeader, let last = cells.last {
      for (column, cell) in cells.enumerated() {
        if let kind = CSVMistakes(text).mistake(in: cell) {
          throw mistake(kind, at: cell.start, column: column)
        }
      }
      names = cells.map { $0.text.isEmpty ? nil : $0.text }
      position = text.nextLine(last.end)
      line += 1
    }
    return names.enumerated().map { $1 ?? "column \($0 + 1)" }
  }

  /// Appends the values of the next line.
  @inline(__always)
  mutating func readRow(into values: inout [Double]) throws(DataMistake) {
    let start = position
    for column in names.indices {
      guard let (value, end) = value(at: position) else {
        throw explained(column: column, lineStart: start)
      }
      values.append(value)
      let isLast = column == names.count - 1
      guard isLast ? text.isLineEnd(end) : end < text.end && text.bytes[end] == CSVText.comma else {
        throw wrongCount(lineStart: start)
      }
      position = isLast ? text.nextLine(end) : end + 1
    }
    line += 1
  }

  /// The number in the cell that begins at a place, and where the cell ends; nil where it has none.
  @inline(__always)
  private func value(at start: Int) -> (Double, Int)? {
    let first = text.pastSpaces(start)
    if let number = DecimalNumber(text.bytes, from: first, to: text.end), number.value.isFinite {
      let end = text.pastSpaces(number.end)
      if text.isLineEnd(end) || text.bytes[end] == CSVText.comma { return (number.value, end) }
    }
    guard first < text.end, text.bytes[first] == CSVText.quote else { return nil }
    let cell = text.cell(at: start)
    return number(in: cell).map { ($0, cell.end) }
  }

  /// The number that a cell is; nil where it is none.
  private func number(in cell: CSVText.Cell) -> Double? {
    // Within quotation marks there may be spaces around it as well.
    let words = cell.text.utf8.split(separator: CSVText.space)
    guard words.count == 1, !cell.isUnclosed else { return nil }
    let bytes = Array(words[0])
    guard let number = DecimalNumber(bytes, from: 0, to: bytes.count),
      number.end == bytes.count, number.value.isFinite
    else { return nil }
    return number.value
  }
}

extension CSVRows {
  /// Why the cell at the present place is no number.
  private func explained(column: Int, lineStart: Int) -> DataMistake {
    let start = text.pastSpaces(position)
    let cell = text.cell(at: start)
    let isFirstRow = line == text.firstLine + (hasHeader ? 1 : 0)
    let cells = text.cells(ofLine: lineStart)
    let mistakes = CSVMistakes(text)
    if let kind = mistakes.mistake(in: cell) {
      return mistake(kind, at: start, column: column)
    }
    if let separator = mistakes.separator(in: cells) {
      return mistake(.wrongSeparator(separator), at: lineStart)
    }
    if cells.count != names.count { return wrongCount(lineStart: lineStart) }
    return mistake(
      mistakes.mistake(in: cell.text, isFirst: isFirstRow), at: start, column: column)
  }

  private func wrongCount(lineStart: Int) -> DataMistake {
    let cells = text.cells(ofLine: lineStart)
    if let separator = CSVMistakes(text).separator(in: cells) {
      return mistake(.wrongSeparator(separator), at: lineStart)
    }
    return mistake(.wrongCount(expected: names.count, found: cells.count), at: lineStart)
  }

  private func mistake(
    _ kind: DataMistake.Table, at offset: Int, column: Int? = nil
  ) -> DataMistake {
    DataMistake(
      .table(kind),
      at: DataMistake.Place(
        offset: offset, line: line, column: column.map { $0 + 1 },
        columnName: column.flatMap { names[$0] }))
  }
}
