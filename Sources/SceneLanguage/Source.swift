/// The text of a scene and the name it goes by in messages.
package struct Source: Hashable, Sendable {
  /// The path as the user gave it, `<stdin>`, or `<expression>`.
  package let name: String
  package let text: String
  /// Where the bytes it was read from stop being UTF-8; nil where they are sound.
  package let firstInvalidByte: Int?

  package init(name: String, text: String) {
    self.name = name
    self.text = text
    firstInvalidByte = nil
  }

  /// The scene in a file's bytes. What is not UTF-8 becomes U+FFFD in `text`, and loading says so.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    text = String(decoding: bytes, as: UTF8.self)
    let repaired = text.utf8
    let same = zip(repaired, bytes).prefix { $0 == $1 }.count
    firstInvalidByte = same == bytes.count && repaired.count == bytes.count ? nil : same
  }

  /// The characters of a range; what lies outside the text is left out.
  package subscript(range: SourceRange) -> String {
    let bytes = text.utf8
    let start = min(max(0, range.start), bytes.count)
    let end = min(max(start, range.end), bytes.count)
    let first = bytes.index(bytes.startIndex, offsetBy: start)
    return String(decoding: bytes[first..<bytes.index(first, offsetBy: end - start)], as: UTF8.self)
  }

  /// The same scene with the characters of a range replaced.
  package func replacing(_ range: SourceRange, with replacement: String) -> Source {
    let bytes = text.utf8
    let head = self[SourceRange(start: 0, end: range.start)]
    let tail = self[SourceRange(start: range.end, end: bytes.count)]
    return Source(name: name, text: head + replacement + tail)
  }
}

/// A range of UTF-8 offsets into a scene's text.
package struct SourceRange: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}
