/// Reads JSON (RFC 8259) value by value, as the caller asks for them.
///
/// Nothing is built up beside what the caller keeps, and nothing recurses: a text of brackets only
/// costs no stack. Where the text is no JSON, reading ends with the mistake.
///
/// ```swift
/// var reader = JSONReader(Source(name: "a", text: #"{"id": 3}"#), maximumDepth: 1_000)
/// try reader.members { reader, key throws(JSONReader.Stop) in try reader.number() }   // 3
/// ```
struct JSONReader {
  let bytes: [UInt8]
  let maximumDepth: Int
  /// Where the next byte is.
  var offset: Int

  /// The text is no JSON.
  struct Stop: Error {
    let mistake: Diagnostic

    init(
      _ kind: Diagnostic.Kind, at range: SourceRange, _ subject: String = "", _ repair: String = ""
    ) {
      mistake = Diagnostic(kind, range: range, subject: subject, repair: repair)
    }
  }

  /// What a value is, as its first byte tells.
  enum Kind {
    case object, array, string, number, word
  }

  /// The name of a member, and where it stands.
  struct Key {
    let name: String
    let range: SourceRange
  }

  init(_ source: Source, maximumDepth: Int) {
    bytes = Array(source.text.utf8)
    self.maximumDepth = maximumDepth
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next byte that is not white space, or nil at the end of the text.
  mutating func peek() -> UInt8? {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        offset += 1
      case let byte: return byte
      }
    }
    return nil
  }

  /// Goes past a sign if it is the next one.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: sign) else { return false }
    offset += 1
    return true
  }

  /// What the next value is.
  mutating func kind() -> Kind {
    switch peek() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"):
      // `-Infinity` is what Python writes.
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      return Self.isLetter(next) ? .word : .number
    case let byte?: return Self.isDigit(byte) ? .number : .word
    case nil: return .word
    }
  }

  /// `true`, `false` or `null`; anything else is no value.
  mutating func word() throws(Stop) -> String {
    if peek() == UInt8(ascii: "'") { throw singleQuote }
    let range = rangeOfWord()
    let text = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    guard ["true", "false", "null"].contains(text) else {
      throw Stop(.noJSONValue, at: range, text, Self.repairs[text] ?? "")
    }
    offset = range.end
    return text
  }

  /// Goes past `null` if it is the next value.
  mutating func takeNull() throws(Stop) -> Bool {
    guard peek() == UInt8(ascii: "n") else { return false }
    return try word() == "null"
  }

  /// What is next is a text in Python.
  var singleQuote: Stop {
    Stop(.singleQuote, at: SourceRange(start: offset, end: offset + 1))
  }

  /// What Python and JavaScript print, as JSON says it.
  private static let repairs = [
    "None": "null", "True": "true", "False": "false", "undefined": "null",
    "NaN": "\"nan\"", "nan": "\"nan\"", "Infinity": "\"inf\"", "inf": "\"inf\"",
    "-Infinity": "\"-inf\"", "-inf": "\"-inf\"",
  ]

  /// The letters and digits that come next, or the one character that is none.
  private mutating func rangeOfWord() -> SourceRange {
    _ = peek()
    var end = offset
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
    while end < bytes.count, Self.isLetter(bytes[end]) || Self.isDigit(bytes[end]) { end += 1 }
    if end == offset { end = endOfCharacter(at: offset) }
    return SourceRange(start: offset, end: end)
  }

  /// Where the character ends that begins at an offset.
  func endOfCharacter(at start: Int) -> Int {
    var end = min(start + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
