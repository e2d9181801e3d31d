extension Diagnostic {
  /// The mistake as a short letter: where, what, the line with the part underlined, the repair.
  ///
  /// ```
  /// scenes/oops.txt:4:5: error: no name 'sigmod' here
  ///   4 | c = sigmod(b)
  ///     |     ^^^^^^
  ///     = did you mean 'sigmoid'?
  /// ```
  /// Lines and columns count from 1, columns in characters. Nothing in it can steer a terminal.
  package func rendered(in source: Source) -> String {
    guard kind.isAboutPlace else {
      let place = kind == .unknownOutput ? "" : source.name.sanitized + ": "
      return ([place + "error: " + message] + (help.map { ["    = " + $0] } ?? []))
        .joined(separator: "\n")
    }
    return source.letter(about: range, message: message, help: help)
  }
}

extension Source {
  /// The letter about a mistake in any text: place, message, excerpt, repair.
  ///
  /// The message and the help are shown as they are; the name and the excerpt are sanitized.
  package func letter(about range: SourceRange, message: String, help: String?) -> String {
    let excerpt = Excerpt(of: range, in: self)
    let gutter = String(repeating: " ", count: "\(excerpt.line)".utf8.count)
    var lines = [
      "\(name.sanitized):\(excerpt.line):\(excerpt.column): error: \(message)",
      "  \(excerpt.line) | \(excerpt.text)",
      "  \(gutter) | \(excerpt.underline)",
    ]
    if let help { lines.append("  \(gutter) = \(help)") }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic.Kind {
  /// Whether there is a line to show.
  fileprivate var isAboutPlace: Bool {
    switch self {
    case .more, .unknownOutput, .tooManyBytes, .nothingDefined: false
    default: true
    }
  }
}

/// The line of a mistake, as much of it as fits, and carets under the part that is wrong.
private struct Excerpt {
  let line: Int
  let column: Int
  let text: String
  let underline: String

  /// How much of a long line is shown before the mistake and in all, in columns.
  private static let before = 40
  private static let width = 90

  init(of range: SourceRange, in source: Source) {
    let (number, whole) = Self.line(at: range.start, in: source)
    line = number
    let head = source[SourceRange(start: whole.start, end: max(whole.start, range.start))]
    let marked = source[SourceRange(start: range.start, end: min(range.end, whole.end))]
    let tail = source[SourceRange(start: max(range.end, range.start), end: whole.end)]
    column = head.count + 1
    let shownHead = Self.end(of: head, columns: Self.before)
    let room = max(1, Self.width - shownHead.columns)
    let shownMark = Self.start(of: marked, columns: room)
    let shownTail = Self.start(of: tail, columns: max(0, room - shownMark.columns))
    text = shownHead.text + shownMark.text + (shownMark.isCut ? "" : shownTail.text)
    underline =
      String(repeating: " ", count: shownHead.columns)
      + String(repeating: "^", count: max(1, shownMark.columns))
  }

  /// The number and the range of the line that contains an offset.
  private static func line(at offset: Int, in source: Source) -> (Int, SourceRange) {
    var text = source.text
    return text.withUTF8 { bytes in
      let place = min(max(0, offset), bytes.count)
      var number = 1
      var start = 0
      for index in 0..<place where bytes[index] == UInt8(ascii: "\n") {
        number += 1
        start = index + 1
      }
      if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, place) }
      var end = place
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      if end > start, end > place, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      return (number, SourceRange(start: start, end: end))
    }
  }

  private struct Part {
    var text: String
    var columns: Int
    var isCut: Bool
  }

  private static func start(of text: String, columns limit: Int) -> Part {
    var part = Part(text: "", columns: 0, isCut: false)
    for character in text {
      let (shown, width) = shown(character)
      if part.columns + width > limit {
        return Part(text: part.text + "…", columns: part.columns + 1, isCut: true)
      }
      part.text += shown
      part.columns += width
    }
    return part
  }

  private static func end(of text: String, columns limit: Int) -> Part {
    var pieces: [String] = []
    var columns = 0
    for character in text.reversed() {
      let (shown, width) = shown(character)
      if columns + width > limit {
        return Part(
          text: "…" + pieces.reversed().joined(), columns: columns + 1, isCut: true)
      }
      pieces.append(shown)
      columns += width
    }
    return Part(text: pieces.reversed().joined(), columns: columns, isCut: false)
  }

  /// A character as it can be shown, and the columns it takes.
  private static func shown(_ character: Character) -> (String, Int) {
    if character == "\t" { return (" ", 1) }
    let text = String(character).sanitized
    guard let first = text.unicodeScalars.first else { return ("", 0) }
    return (text, text.count > 1 ? text.count : first.isWide ? 2 : 1)
  }
}

extension Unicode.Scalar {
  /// Whether terminals give it two columns: East Asian wide and full-width letters, and emoji
  /// (Unicode Standard Annex 11).
  fileprivate var isWide: Bool {
    guard value >= 0x1100 else { return false }
    return properties.isEmojiPresentation
      || Self.wideRanges.contains { $0.contains(value) }
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]
}
