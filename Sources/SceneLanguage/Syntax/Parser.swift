import Autograd

/// Reads tokens into `Syntax`, one statement after the other, and reports what does not fit.
///
/// Nothing in it calls itself: how deep an expression nests is the length of a stack here.
struct Parser {
  var lexer: Lexer
  var token: Token
  /// Where the token before this one ended.
  var previousEnd: Int32 = 0
  /// How many brackets are open; inside, a newline is white space.
  var bracketDepth = 0
  var syntax: Syntax
  var operators: [Pending] = []
  /// Where the terms of the expression being read begin.
  var expressionStart = 0
  /// Whether it contains a name.
  var mentionsNames = false
  /// Where the elements of the lists that are open begin.
  var elementStarts: [Int32] = []
  /// The calls an argument of which is wrong.
  var brokenCalls: Set<Int32> = []
  /// Which symbols a `def` has defined so far.
  var definedFunctions: Set<Symbol> = []
  let maximumDepth: Int
  /// The first comment that no statement has taken as its note.
  var firstFreeComment = 0
  /// How tightly each row in `infix` binds, and its row, indexed by the token's kind.
  let binary: [Binary]

  struct Binary {
    var row: Int32
    var precedence: UInt8
  }

  init(bytes: UnsafeBufferPointer<UInt8>, options: LoadOptions) {
    let (words, names) = Words.standard
    lexer = Lexer(
      bytes: bytes, names: names, separatesAtSemicolons: options.separatesAtSemicolons)
    syntax = Syntax(names: names, words: words)
    maximumDepth = options.maximumDepth
    binary = Self.binaryOperators(words)
    token = Token(kind: .newline, start: 0, end: 0, line: 1)
    token = lexer.next()
  }

  /// Reads another text into what was read before, with names that mean the same.
  init(bytes: UnsafeBufferPointer<UInt8>, continuing syntax: Syntax, options: LoadOptions) {
    lexer = Lexer(bytes: bytes, names: syntax.names, separatesAtSemicolons: false)
    lexer.mistakes = syntax.mistakes
    self.syntax = syntax
    maximumDepth = options.maximumDepth
    binary = Self.binaryOperators(syntax.words)
    token = Token(kind: .newline, start: 0, end: 0, line: 1)
    token = lexer.next()
  }

  /// Makes room for what a text of this length can hold, so that nothing is moved; memory that is
  /// never touched costs nothing.
  mutating func reserveCapacity() {
    var lines = 1
    for byte in lexer.bytes { lines &+= byte == UInt8(ascii: "\n") ? 1 : 0 }
    syntax.statements.reserveCapacity(lines)
    syntax.terms.reserveCapacity(lexer.end / 2)
    syntax.numbers.reserveCapacity(lexer.end / 4)
  }

  /// Moves on by one token. A newline inside brackets is white space, unless the next line is
  /// plainly a new statement: then a bracket was forgotten, and only this statement suffers.
  mutating func advance() {
    previousEnd = token.end
    switch token.kind {
    case .open, .openList: bracketDepth += 1
    case .close, .closeList: bracketDepth = max(0, bracketDepth - 1)
    default: break
    }
    token = lexer.next()
    while token.kind == .newline, bracketDepth > 0 {
      if lexer.isAtStatement { bracketDepth = 0 } else { token = lexer.next() }
    }
  }

  /// Goes to the end of a statement that has a mistake, and says nothing more about it.
  mutating func skipStatement() {
    lexer.isQuiet = true
    while !isAtEndOfStatement { advance() }
    lexer.isQuiet = false
  }

  var isAtEndOfStatement: Bool { token.kind == .newline || token.kind == .endOfText }

  mutating func report(
    _ kind: Diagnostic.Kind, at range: SourceRange, _ subject: String = "",
    _ repair: String = ""
  ) {
    lexer.mistakes.report(kind, at: range, subject, repair)
  }

  /// The characters of a token, for a message that will be shown.
  func spelling(_ token: Token) -> String {
    guard !lexer.mistakes.isFull else { return "" }
    let bytes = lexer.bytes[Int(token.start)..<Int(token.end)]
    return String(decoding: bytes.prefix(60), as: UTF8.self)
  }

  /// What was read, when all statements are.
  consuming func finished() -> Syntax {
    syntax.names = lexer.names
    syntax.comments = lexer.comments
    syntax.mistakes = lexer.mistakes
    return syntax
  }
}

extension Syntax {
  init(names: NameTable, words: Words) {
    self.names = names
    self.words = words
  }

  /// Reads a whole scene.
  init(parsing source: Source, options: LoadOptions) {
    let text = source.text.utf8
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + 1)
    bytes.append(contentsOf: text)
    bytes.append(0)
    self = bytes.withUnsafeBufferPointer { buffer in
      var parser = Parser(bytes: buffer, options: options)
      parser.reserveCapacity()
      parser.parseStatements()
      return parser.finished()
    }
    addPrelude(options: options)
  }
}
