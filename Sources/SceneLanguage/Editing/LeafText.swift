import Autograd

/// Where the value of a leaf stands in the text, number by number as far as that goes.
struct LeafText {
  /// Whether lists as deep as the tensor has axes write out every number.
  let isWrittenOut: Bool
  /// The places of the numbers then; else that of the whole right side.
  let places: [SourceRange]
  /// Whether a comment stands in one of them, and would be lost with it.
  let hidesComment: Bool

  /// - Parameter literal: the right side of the leaf's definition.
  init(of literal: SourceRange, shape: Shape, in source: Source) {
    // The lexer looks one byte ahead.
    let bytes = Array(source[literal].utf8) + [0]
    (isWrittenOut, places, hidesComment) = bytes.withUnsafeBufferPointer { bytes in
      var reader = ListReader(bytes: bytes)
      reader.read()
      let isWrittenOut =
        shape.rank > 0 && shape.count > 0 && reader.elements.count == shape.count
        && reader.depths.allSatisfy { $0 == shape.rank }
      let places =
        isWrittenOut ? reader.elements : [SourceRange(start: 0, end: bytes.count - 1)]
      return (
        isWrittenOut,
        places.map {
          SourceRange(start: $0.start + literal.start, end: $0.end + literal.start)
        }, reader.hasComment(inside: places)
      )
    }
  }
}

/// Reads nested lists of formulas, and keeps where each formula stands and how deep.
private struct ListReader {
  private(set) var elements: [SourceRange] = []
  /// How many lists are around each.
  private(set) var depths: [Int] = []
  private var lexer: Lexer
  private var depth = 0
  /// How many brackets are open inside of the formula that is being read.
  private var inner = 0
  private var current: SourceRange?

  /// - Parameter bytes: with a zero behind them.
  init(bytes: UnsafeBufferPointer<UInt8>) {
    lexer = Lexer(bytes: bytes, names: Words.standard.names, separatesAtSemicolons: false)
    lexer.isQuiet = true
  }

  mutating func read() {
    while true {
      let token = lexer.next()
      guard token.kind != .endOfText else { break }
      take(token)
    }
    finish()
  }

  private mutating func take(_ token: Token) {
    switch token.kind {
    case .newline: break
    case .openList where current == nil: depth += 1
    case .closeList where inner == 0:
      finish()
      depth -= 1
    case .comma where inner == 0: finish()
    case .open, .openList:
      inner += 1
      extend(over: token)
    case .close, .closeList:
      inner -= 1
      extend(over: token)
    default: extend(over: token)
    }
  }

  private mutating func extend(over token: Token) {
    current = SourceRange(start: current?.start ?? Int(token.start), end: Int(token.end))
  }

  private mutating func finish() {
    guard let range = current else { return }
    elements.append(range)
    depths.append(depth)
    current = nil
  }

  /// Whether a comment stands in one of these ranges, which are in order.
  func hasComment(inside ranges: [SourceRange]) -> Bool {
    var next = ranges[...]
    for comment in lexer.comments {
      next = next.drop { $0.end <= Int(comment.start) }
      if let range = next.first, range.start <= Int(comment.start) { return true }
    }
    return false
  }
}
