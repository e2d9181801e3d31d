/// One word or sign of a scene, as a range of its UTF-8 bytes.
struct Token {
  var kind: Kind
  var start: Int32
  var end: Int32
  /// Counted from 1.
  var line: Int32
  /// The interned name of a `.name`.
  var symbol: Symbol = -1
  /// The value of a `.number`.
  var number: Double = 0

  var range: SourceRange { SourceRange(start: Int(start), end: Int(end)) }

  enum Kind: UInt8 {
    case endOfText, newline
    case number, name, text
    case plus, minus, times, divide, matrixTimes, power
    case open, close, openList, closeList
    case comma, colon, equals, dot
    /// A sign that the language does not have; the lexer reports it.
    case unknown
  }
}

/// The identity of an interned name: its position in the `NameTable`.
typealias Symbol = Int32
