extension JSONReader {
  /// A string without its quotes and escapes.
  mutating func string() throws(Stop) -> String {
    guard peek() == UInt8(ascii: "\"") else { throw missing("\"") }
    let start = offset
    offset += 1
    let first = offset
    while offset < bytes.count, Self.isPlain(bytes[offset]) { offset += 1 }
    // Most strings have no escapes.
    var text = String(decoding: bytes[first..<offset], as: UTF8.self)
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return text
      case UInt8(ascii: "\\"): text.unicodeScalars.append(try escaped())
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        throw Stop(.unclosedText, at: SourceRange(start: start, end: offset))
      case ..<0x20:
        throw Stop(
          .hiddenCharacter, at: SourceRange(start: offset, end: offset + 1),
          String(UnicodeScalar(bytes[offset])))
      default:
        let part = offset
        while offset < bytes.count, Self.isPlain(bytes[offset]) { offset += 1 }
        text += String(decoding: bytes[part..<offset], as: UTF8.self)
      }
    }
    throw Stop(.unclosedText, at: SourceRange(start: start, end: offset))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// The character of an escape, from its backslash on.
  private mutating func escaped() throws(Stop) -> Unicode.Scalar {
    let start = offset
    offset += 2
    switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let scalar = codePoint() else { throw badEscape(from: start) }
      return scalar
    default: throw badEscape(from: start)
    }
  }

  /// The character of one or, beyond U+FFFF, two escapes; nil where there is none.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard let unit = codeUnit() else { return nil }
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
    guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    offset += 2
    guard let second = codeUnit(), UTF16.isTrailSurrogate(second) else { return nil }
    return Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(second) - 0xDC00)
  }

  /// The number of four hexadecimal digits.
  private mutating func codeUnit() -> UInt16? {
    guard offset + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[offset..<(offset + 4)] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    offset += 4
    return unit
  }

  private func badEscape(from start: Int) -> Stop {
    var end = min(start + 2, bytes.count)
    while end < bytes.count, end < start + 6, Self.isLetter(bytes[end]) || Self.isDigit(bytes[end])
    {
      end += 1
    }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return Stop(.badEscape, at: SourceRange(start: start, end: end), text)
  }

  /// A number; what lies below the smallest `Double` is 0, what lies above the largest a mistake.
  mutating func number() throws(Stop) -> Double {
    let range = try rangeOfNumber()
    let text = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    guard let number = Double(text) else { throw Stop(.badNumber, at: range, text) }
    guard number.isFinite else {
      throw Stop(.tooLargeNumber, at: range, text, number < 0 ? "-inf" : "inf")
    }
    return number
  }

  /// A whole number written without point and exponent; nil where it is another number.
  mutating func wholeNumber() throws(Stop) -> Int? {
    let range = try rangeOfNumber()
    return Int(String(decoding: bytes[range.start..<range.end], as: UTF8.self))
  }

  /// Goes past a number: `-1.5e+3`, without zeros or a plus in front, with digits around the point.
  private mutating func rangeOfNumber() throws(Stop) -> SourceRange {
    let next = peek()
    let start = offset
    if next == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    var isNumber = takeDigits() > 0
    if offset - first > 1, bytes[first] == UInt8(ascii: "0") { isNumber = false }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      if takeDigits() == 0 { isNumber = false }
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      let sign = offset < bytes.count ? bytes[offset] : 0
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { offset += 1 }
      if takeDigits() == 0 { isNumber = false }
    }
    let end = offset
    while offset < bytes.count, isPartOfNumber(bytes[offset]) { offset += 1 }
    let range = SourceRange(start: start, end: offset)
    guard isNumber, offset == end else {
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      throw Stop(.badNumber, at: range, text)
    }
    return range
  }

  private func isPartOfNumber(_ byte: UInt8) -> Bool {
    Self.isDigit(byte) || Self.isLetter(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "_")
  }

  private mutating func takeDigits() -> Int {
    let start = offset
    while offset < bytes.count, Self.isDigit(bytes[offset]) { offset += 1 }
    return offset - start
  }
}
