/// The bytes of a table in CSV, as lines of cells: RFC 4180, with spaces allowed around cells, and
/// without quotations over several lines.
struct CSVText {
  let bytes: [UInt8]
  /// Where the first line begins, behind a byte order mark and blank lines, and its number.
  let start: Int
  let firstLine: Int
  /// Where the last line ends, in front of blank lines.
  let end: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while start < bytes.count, Self.isBlank(bytes[start]) {
      if bytes[start] == Self.lineFeed { line += 1 }
      start += 1
    }
    var end = bytes.count
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    self.start = start
    self.end = end
    firstLine = line
  }

  /// How many lines there are.
  var lineCount: Int {
    var count = start < end ? 1 : 0
    for index in start..<end where bytes[index] == Self.lineFeed { count += 1 }
    return count
  }

  /// The first place from `position` on that is no space.
  @inline(__always)
  func pastSpaces(_ position: Int) -> Int {
    var position = position
    while position < end, bytes[position] == Self.space { position += 1 }
    return position
  }

  /// Whether a line ends at a place: there is a line feed, with or without a carriage return in front of
  /// it, or nothing.
  @inline(__always)
  func isLineEnd(_ position: Int) -> Bool {
    guard position < end else { return true }
    let byte = bytes[position]
    return byte == Self.lineFeed
      || (byte == Self.carriageReturn && position + 1 < end && bytes[position + 1] == Self.lineFeed)
  }

  /// Where the line after the one that ends at a place begins.
  @inline(__always)
  func nextLine(_ lineEnd: Int) -> Int {
    guard lineEnd < end else { return end }
    return lineEnd + (bytes[lineEnd] == Self.lineFeed ? 1 : 2)
  }

  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  static let space = UInt8(ascii: " ")

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == space || byte == lineFeed || byte == carriageReturn
  }
}

extension CSVText {
  /// What stands between two commas.
  struct Cell {
    /// Without spaces around it, and without the quotation marks it stands in.
    let text: String
    let start: Int
    /// Where its comma or the end of its line is.
    let end: Int
    let isUnclosed: Bool
  }

  /// The cell that begins at a place.
  func cell(at start: Int) -> Cell {
    let first = pastSpaces(start)
    guard first < end, bytes[first] == Self.quote else {
      let last = pastPlain(first)
      return Cell(text: trimmed(first..<last), start: start, end: last, isUnclosed: false)
    }
    let quotation = quotation(at: first + 1)
    let last = pastPlain(pastSpaces(quotation.end))
    // Something behind the second mark: then they are marks like others.
    let isWhole = pastSpaces(quotation.end) == last
    return Cell(
      text: isWhole ? quotation.text : trimmed(first..<last), start: start, end: last,
      isUnclosed: !quotation.isClosed)
  }

  /// What stands in quotation marks, a doubled mark as one, and where the text goes on.
  private func quotation(at start: Int) -> (text: String, end: Int, isClosed: Bool) {
    var text: [UInt8] = []
    var position = start
    while !isLineEnd(position) {
      let isMark = bytes[position] == Self.quote
      let isDoubled = isMark && position + 1 < end && bytes[position + 1] == Self.quote
      if isMark, !isDoubled {
        return (String(decoding: text, as: UTF8.self), position + 1, true)
      }
      text.append(bytes[position])
      position += isDoubled ? 2 : 1
    }
    return (String(decoding: text, as: UTF8.self), position, false)
  }

  /// The first place from `position` on that is a comma or the end of the line.
  private func pastPlain(_ position: Int) -> Int {
    var position = position
    while !isLineEnd(position), bytes[position] != Self.comma { position += 1 }
    return position
  }

  /// The text of a part, without the spaces at its end.
  private func trimmed(_ part: Range<Int>) -> String {
    var part = bytes[part]
    while part.last == Self.space { part.removeLast() }
    return String(decoding: part, as: UTF8.self)
  }

  /// The cells of the line that begins at a place; none of a blank line.
  func cells(ofLine start: Int) -> [Cell] {
    guard !isLineEnd(pastSpaces(start)) else { return [] }
    var cells = [cell(at: start)]
    while let last = cells.last, !isLineEnd(last.end) { cells.append(cell(at: last.end + 1)) }
    return cells
  }
}
