/// Reads a scene's bytes one token at a time.
///
/// White space and comments are skipped; comments are kept for the notes. The lexer never fails:
/// what it cannot read becomes an `.unknown` token and a diagnostic.
struct Lexer {
  /// A comment from its `#` to the end of its line.
  struct Comment {
    var start: Int32
    var end: Int32
    var line: Int32
  }

  /// The text, with a zero behind it so that looking one byte ahead is always allowed.
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  let separatesAtSemicolons: Bool
  var position: Int
  var line: Int32 = 1
  var names: NameTable
  var nameScalars = NameScalars()
  var comments: [Comment] = []
  var mistakes = DiagnosticList()
  /// True while the rest of a statement with a mistake is skipped.
  var isQuiet = false

  init(
    bytes: UnsafeBufferPointer<UInt8>, names: NameTable, separatesAtSemicolons: Bool
  ) {
    self.bytes = bytes
    self.end = bytes.count - 1
    self.names = names
    self.separatesAtSemicolons = separatesAtSemicolons
    let hasByteOrderMark =
      bytes.count > 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    position = hasByteOrderMark ? 3 : 0
  }

  mutating func next() -> Token {
    skipBlanks()
    let start = position
    guard start < end else { return token(.endOfText, from: start) }
    let byte = bytes[start]
    if Self.isNameStart(byte) { return name(from: start) }
    if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && Self.isDigit(bytes[start + 1])) {
      return number(from: start)
    }
    if byte == UInt8(ascii: "\n") {
      position = start + 1
      let newline = token(.newline, from: start)
      line += 1
      return newline
    }
    if let kind = sign(byte) { return token(kind, from: start) }
    if byte == UInt8(ascii: "\"") { return text(from: start) }
    return byte < 0x80 ? unknown(from: start) : foreign(from: start)
  }

  func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(
      kind: kind, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position),
      line: line)
  }

  private mutating func skipBlanks() {
    while true {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): position += 1
      case UInt8(ascii: "\r") where isLineEnd(position): position += 1
      case UInt8(ascii: "#"): comment()
      default: return
      }
    }
  }

  /// Whether the byte there ends a line: `\n`, or the `\r` of a `\r\n` or of the last line.
  private func isLineEnd(_ offset: Int) -> Bool {
    offset >= end || bytes[offset] == UInt8(ascii: "\n")
      || (bytes[offset] == UInt8(ascii: "\r")
        && (offset + 1 == end || bytes[offset + 1] == UInt8(ascii: "\n")))
  }

  private mutating func comment() {
    let start = position
    while !isLineEnd(position) { position += 1 }
    comments.append(
      Comment(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position),
        line: line))
  }

  private mutating func text(from start: Int) -> Token {
    position = start + 1
    while !isLineEnd(position), bytes[position] != UInt8(ascii: "\"") { position += 1 }
    guard bytes[position] == UInt8(ascii: "\"") else {
      let token = token(.unknown, from: start)
      if !isQuiet { mistakes.report(.unclosedText, at: token.range) }
      return token
    }
    position += 1
    return token(.text, from: start)
  }

  /// In a file a line ends a statement; what follows is read as the next one all the same.
  private mutating func reportSemicolon() {
    guard !isQuiet else { return }
    mistakes.report(.semicolon, at: SourceRange(start: position, end: position + 1))
  }

  private mutating func sign(_ byte: UInt8) -> Token.Kind? {
    let kind: Token.Kind
    switch byte {
    case UInt8(ascii: "+"): kind = .plus
    case UInt8(ascii: "-"): kind = .minus
    case UInt8(ascii: "*"):
      kind = bytes[position + 1] == byte ? .power : .times
      if kind == .power { position += 1 }
    case UInt8(ascii: "/"): kind = .divide
    case UInt8(ascii: "@"): kind = .matrixTimes
    case UInt8(ascii: "^"): kind = .power
    case UInt8(ascii: "("): kind = .open
    case UInt8(ascii: ")"): kind = .close
    case UInt8(ascii: "["): kind = .openList
    case UInt8(ascii: "]"): kind = .closeList
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: "="): kind = .equals
    case UInt8(ascii: "."): kind = .dot
    case UInt8(ascii: ";"):
      if !separatesAtSemicolons { reportSemicolon() }
      kind = .newline
    default: return nil
    }
    position += 1
    return kind
  }
}
