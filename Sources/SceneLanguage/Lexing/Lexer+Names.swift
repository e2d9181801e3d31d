extension Lexer {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }

  @inline(__always)
  static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
  }

  /// A name that begins with the letter or underscore at `start`.
  mutating func name(from start: Int) -> Token {
    var offset = start
    while Self.isNameStart(bytes[offset]) || Self.isDigit(bytes[offset]) { offset += 1 }
    if bytes[offset] >= 0x80 { offset = endOfForeignName(from: offset) }
    position = offset
    var token = token(.name, from: start)
    token.symbol = names.symbol(of: bytes, from: start, to: offset)
    return token
  }

  /// Where a name ends that has letters of other scripts.
  @inline(never)
  private mutating func endOfForeignName(from start: Int) -> Int {
    var offset = start
    while true {
      let byte = bytes[offset]
      if Self.isNameStart(byte) || Self.isDigit(byte) {
        offset += 1
      } else if byte >= 0x80 {
        let (scalar, length) = scalar(at: offset)
        guard nameScalars.isRest(scalar) else { return offset }
        offset += length
      } else {
        return offset
      }
    }
  }

  /// Whether what follows can only be a new statement: a name and `=`, or a keyword and a name.
  var isAtStatement: Bool {
    var offset = position
    func skipBlanks() {
      while bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t") {
        offset += 1
      }
    }
    skipBlanks()
    let start = offset
    while Self.isNameStart(bytes[offset]) || Self.isDigit(bytes[offset]) || bytes[offset] >= 0x80 {
      offset += 1
    }
    let end = offset
    skipBlanks()
    guard end > start, !Self.isDigit(bytes[start]) else { return false }
    return bytes[offset] == UInt8(ascii: "=") || (offset > end && Self.isNameStart(bytes[offset]))
  }

  /// Whether the next line that is more than white space and comments is indented.
  var isAtIndentedLine: Bool {
    var offset = position
    while offset < end {
      let start = offset
      while bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t") {
        offset += 1
      }
      let byte = bytes[offset]
      let isEmpty =
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "#")
      if !isEmpty { return offset > start && offset < end }
      while offset < end, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      offset += 1
    }
    return false
  }

  /// A name in another script, or a sign the language does not have.
  @inline(never)
  mutating func foreign(from start: Int) -> Token {
    nameScalars.isStart(scalar(at: start).0) ? name(from: start) : unknown(from: start)
  }

  /// One sign that has no meaning, and those of the same kind that follow it at once.
  @inline(never)
  mutating func unknown(from start: Int) -> Token {
    let (scalar, length) = scalar(at: start)
    position = start + length
    while position < end, bytes[position] == bytes[start], length == 1 { position += 1 }
    let token = token(.unknown, from: start)
    guard !isQuiet else { return token }
    let shown = mistakes.isFull ? "" : String(Character(scalar)).sanitized
    if scalar.value < 0x20 || scalar.isHidden {
      mistakes.report(.hiddenCharacter, at: token.range, shown)
    } else {
      mistakes.report(.unknownSign, at: token.range, shown, Self.spelling[scalar] ?? "")
    }
    return token
  }

  /// Signs from books and word processors, and what the language writes instead.
  private static let spelling: [Unicode.Scalar: String] = [
    "−": "-", "–": "-", "—": "-", "×": "*", "·": "*", "⋅": "*", "∗": "*", "÷": "/", "∕": "/",
    "²": "^2", "³": "^3", "√": "sqrt", "{": "(", "}": ")", "%": "/", "'": "\"", "“": "\"",
    "”": "\"", "！": "!", "＝": "=", "（": "(", "）": ")", "，": ",",
  ]

  /// The scalar that starts at `offset`, and its length in bytes. The text is valid UTF-8.
  func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[offset]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= end else { return ("\u{FFFD}", max(1, end - offset)) }
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0xFF >> UInt32(length + 1))
    for index in (offset + 1)..<(offset + length) {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
