extension DataMistake {
  /// What is wrong with a table.
  package enum Table: Hashable, Sendable {
    case empty
    /// Names, and no line below them.
    case noRows
    case notANumber(String)
    /// A cell with nothing in it, or a word for that.
    case missingValue(String)
    /// A number beyond what a `Double` holds.
    case tooLarge(String)
    /// A column that begins with a word.
    case textColumn(String)
    /// A line with more or fewer values than the first.
    case wrongCount(expected: Int, found: Int)
    /// Values that are kept apart by something else than a comma.
    case wrongSeparator(String)
    case unclosedQuote
    /// A control character.
    case strangeByte(UInt8)
  }
}

extension DataMistake.Table {
  var wording: MistakeWording {
    switch self {
    case .empty:
      MistakeWording(
        "lines of numbers are expected", "the file is empty", repair: "write a line for each sample"
      )
    case .noRows:
      MistakeWording(
        "a line of numbers is expected below the names", "the file ends",
        repair: "write a line for each sample")
    case .notANumber(let text):
      MistakeWording(
        "a number is expected", "\(text.quoted) is there",
        repair: "write a number like 2, -0.5 or 1e-3")
    case .missingValue(let text):
      MistakeWording(
        "a number is expected", text.isEmpty ? "nothing is there" : "\(text.quoted) is there",
        repair: "write a number, or leave the line out")
    case .tooLarge(let text):
      MistakeWording(
        "a number below 1.8e308 is expected", "\(text.quoted) is there",
        repair: "write a smaller number")
    case .textColumn(let text):
      MistakeWording(
        "a column of numbers is expected", "its first value is \(text.quoted)",
        repair: "write its words as numbers, classes from 0 on, or leave the column out")
    case .wrongCount(let expected, let found):
      MistakeWording(
        expected == 1
          ? "1 value is expected, as on the first line"
          : "\(expected.grouped) values are expected, as on the first line",
        found == 0 ? "the line is empty" : "\(found.grouped) \(found == 1 ? "is" : "are") there",
        repair: found == 0 ? "delete the line" : "write as many values on every line")
    case .wrongSeparator(let text):
      MistakeWording(
        "commas between the values are expected",
        text == "\t" ? "a tab is there" : "\(text.quoted) is there",
        repair: "write commas between the values, and points in the numbers")
    case .unclosedQuote:
      MistakeWording(
        "a second '\"' is expected", "the line ends", repair: "close the quotation on its line")
    case .strangeByte(let byte):
      MistakeWording(
        "text is expected", "the byte \(byte.hexadecimal) is there",
        repair: "save the table as text, in UTF-8, with commas between the values")
    }
  }
}
