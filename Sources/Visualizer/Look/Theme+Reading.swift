import CellGrid
package import SceneLanguage

/// The result of reading a theme: a theme, or at least one mistake.
package enum ThemeReading: Sendable {
  case theme(Theme)
  case mistakes([ThemeMistake])
}

extension Theme {
  /// Reads a theme file: a row for a role, and comments behind `#`.
  ///
  /// ```
  /// fresh = yellow bold
  /// note  = 33 on 234 underlined   # the palette's numbers
  /// edge  = dim
  /// ```
  /// A colour is one of sixteen names, a number of the terminal's palette from 0 to 255, or
  /// `default`, the terminal's own; a role without a row looks as in the default theme.
  package static func read(_ source: Source, name: String) -> ThemeReading {
    if let offset = source.firstInvalidByte {
      let range = SourceRange(start: offset, end: offset + 3)
      return .mistakes([ThemeMistake(kind: .notUTF8, range: range)])
    }
    var reader = ThemeReader(theme: Theme(name: name, like: .standard))
    reader.read(Array(source.text.utf8))
    return reader.mistakes.isEmpty ? .theme(reader.theme) : .mistakes(reader.shownMistakes)
  }
}

/// A theme in the making, and the mistakes so far.
private struct ThemeReader {
  var theme: Theme
  private(set) var mistakes: [ThemeMistake] = []
  /// How many mistakes more there are than are kept.
  private var uncounted = 0
  private var line = 0
  /// The line of every role that has a row, by the role's place in the table.
  private var rows = [Int?](repeating: nil, count: Role.rows.count)

  private static let limit = 20

  init(theme: Theme) { self.theme = theme }

  var shownMistakes: [ThemeMistake] {
    guard uncounted > 0 else { return mistakes }
    return mistakes + [
      ThemeMistake(kind: .more(uncounted), range: SourceRange(start: Int.max, end: Int.max))
    ]
  }

  mutating func read(_ bytes: [UInt8]) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      line += 1
      readRow(ThemeWord.words(in: bytes[start..<end]))
      start = end + 1
    }
  }

  private mutating func readRow(_ words: [ThemeWord]) {
    guard let first = words.first, let last = words.last else { return }
    guard let sign = words.firstIndex(where: \.isSign) else {
      report(.missingSign, SourceRange(start: first.range.start, end: last.range.end))
      return
    }
    let role = role(words[..<sign], sign: words[sign])
    var look = words[(sign + 1)...]
    if look.isEmpty { report(.missingLook, words[sign].range) }
    let style = style(&look)
    if let role { theme.setStyle(of: role, to: style) }
  }

  /// The role a row is for, where this is its first row.
  private mutating func role(_ words: ArraySlice<ThemeWord>, sign: ThemeWord) -> Role? {
    guard let first = words.first, let last = words.last else {
      report(.missingRole, sign.range)
      return nil
    }
    let range = SourceRange(start: first.range.start, end: last.range.end)
    let name = words.map(\.text).separated(by: " ")
    guard let place = Role.rows.firstIndex(where: { $0.name == name }) else {
      report(.unknownRole(name), range)
      return nil
    }
    if let firstLine = rows[place] {
      report(.secondRow(role: name, firstLine: firstLine), range)
      return nil
    }
    rows[place] = line
    return Role.rows[place].role
  }

  private mutating func style(_ words: inout ArraySlice<ThemeWord>) -> Theme.Style {
    var style = Theme.Style()
    var hasForeground = false
    var hasBackground = false
    while let word = words.popFirst() {
      switch Theme.Word(word.text) {
      case .color(let color):
        if hasForeground { report(.secondColor, word.range) }
        (style.foreground, hasForeground) = (color, true)
      case .on:
        if hasBackground { report(.wordTwice("on"), word.range) }
        (style.background, hasBackground) = (background(behind: word, in: &words), true)
      case .weight(let weight):
        if !style.insert(weight) { report(.wordTwice(word.text), word.range) }
      case .tooLarge: report(.numberTooLarge, word.range)
      case .unknown: report(.unknownWord(word.text), word.range)
      }
    }
    return style
  }

  /// The colour behind `on`.
  private mutating func background(
    behind on: ThemeWord, in words: inout ArraySlice<ThemeWord>
  ) -> UInt8? {
    switch words.first.map({ Theme.Word($0.text) }) {
    case .color(let color):
      words.removeFirst()
      return color
    case .tooLarge, .unknown:
      // What is wrong with it is said when its turn comes.
      return nil
    case .on, .weight, nil:
      report(.missingBackground, on.range)
      return nil
    }
  }

  private mutating func report(_ kind: ThemeMistake.Kind, _ range: SourceRange) {
    guard mistakes.count < Self.limit else {
      uncounted += 1
      return
    }
    mistakes.append(ThemeMistake(kind: kind, range: range))
  }
}
