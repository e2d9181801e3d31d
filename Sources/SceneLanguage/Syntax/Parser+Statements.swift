extension Parser {
  mutating func parseStatements() {
    var isFirst = true
    while token.kind != .endOfText, !lexer.mistakes.isHopeless {
      if token.kind == .newline {
        advance()
        continue
      }
      if isFirst { takeTitle() }
      isFirst = false
      parseStatement()
    }
    if isFirst { takeTitle() }
  }

  /// The first block of comments, before any statement, is the title and the introduction.
  private mutating func takeTitle() {
    let comments = lexer.comments
    var count = 0
    while count < comments.count, comments[count].start < token.start || token.kind == .endOfText,
      count == 0 || comments[count].line == comments[count - 1].line + 1
    {
      count += 1
    }
    syntax.titleComments = count
    firstFreeComment = count
  }

  private mutating func parseStatement() {
    let first = token
    var statement = Syntax.Statement(
      kind: .nothing, nameStart: first.start, nameEnd: first.end, line: first.line)
    let isWhole = parse(first, into: &statement) && isEnded()
    if !isWhole {
      statement.isBroken = true
      skipStatement()
    }
    if statement.firstComment == statement.endComment { takeNote(of: &statement) }
    if statement.kind != .nothing { syntax.statements.append(statement) }
  }

  /// Dispatches on the first word. A keyword followed by `=` is an ordinary name.
  private mutating func parse(_ first: Token, into statement: inout Syntax.Statement) -> Bool {
    guard first.kind == .name else {
      if first.kind != .unknown { reportNoStatement(first) }
      return false
    }
    advance()
    if token.kind == .equals { return parseDefinition(.input, named: first, into: &statement) }
    if token.kind == .comma { return parseNames(.input, first, into: &statement) }
    let words = syntax.words
    switch first.symbol {
    case words.param: return parseLeaf(.parameter, into: &statement)
    case words.const: return parseLeaf(.constant, into: &statement)
    case words.def: return parseFunction(into: &statement)
    case words.fold: return parseReference(.fold, into: &statement)
    case words.output: return parseReference(.output, into: &statement)
    case words.expect: return parseExpectation(into: &statement)
    case words.train where token.kind == .open: return parseTraining(first, into: &statement)
    case words.returns:
      report(.returnOutside, at: first.range)
      return false
    default:
      reportNoStatement(first)
      return false
    }
  }

  /// After a statement, its line is over.
  private mutating func isEnded() -> Bool {
    guard !isAtEndOfStatement else { return true }
    switch token.kind {
    case .unknown: break
    case .close, .closeList: report(.strayBracket, at: token.range, spelling(token))
    default: report(.unexpected, at: token.range, spelling(token))
    }
    return false
  }

  /// The comments since the last note, up to the end of the line that was read.
  mutating func takeNote(of statement: inout Syntax.Statement) {
    statement.firstComment = Int32(truncatingIfNeeded: firstFreeComment)
    statement.endComment = Int32(truncatingIfNeeded: lexer.comments.count)
    firstFreeComment = lexer.comments.count
  }

  private mutating func reportNoStatement(_ first: Token) {
    if first.kind == .name, token.kind == .name {
      let keywords = ["param", "const", "def", "fold", "output", "expect", "train", "return"]
      let near =
        lexer.mistakes.isFull ? nil : Spelling.nearest(to: spelling(first), among: keywords)
      report(.unknownStatement, at: first.range, spelling(first), near ?? "")
      return
    }
    guard token.kind != .unknown else { return }
    skipStatement()
    report(.noStatement, at: SourceRange(start: Int(first.start), end: Int(previousEnd)))
  }

  /// `name = expression`, from the `=` on.
  mutating func parseDefinition(
    _ kind: Syntax.Statement.Kind, named name: Token, into statement: inout Syntax.Statement
  ) -> Bool {
    statement.kind = kind
    statement.name = name.symbol
    statement.nameStart = name.start
    statement.nameEnd = name.end
    advance()
    if token.kind == .equals {
      let both = SourceRange(start: Int(token.start) - 1, end: Int(token.end))
      report(.comparison, at: both)
      return false
    }
    return parseRightSide(into: &statement)
  }

  mutating func parseRightSide(into statement: inout Syntax.Statement) -> Bool {
    statement.start = token.start
    statement.firstTerm = Int32(truncatingIfNeeded: syntax.terms.count)
    let isWhole = parseExpression()
    statement.endTerm = Int32(truncatingIfNeeded: syntax.terms.count)
    statement.end = previousEnd
    statement.mentionsNames = mentionsNames
    return isWhole
  }

  private mutating func parseLeaf(
    _ kind: Syntax.Statement.Kind, into statement: inout Syntax.Statement
  ) -> Bool {
    guard let name = parseExpectedName() else { return false }
    statement.kind = kind
    statement.name = name.symbol
    if token.kind == .comma { return parseNames(kind, name, into: &statement) }
    guard token.kind == .equals else { return reportExpected("=") }
    return parseDefinition(kind, named: name, into: &statement)
  }

  /// `X, y = moons(…)`, from the first comma on.
  private mutating func parseNames(
    _ kind: Syntax.Statement.Kind, _ first: Token, into statement: inout Syntax.Statement
  ) -> Bool {
    var names = [Syntax.Name(symbol: first.symbol, start: first.start, end: first.end)]
    while token.kind == .comma {
      advance()
      guard let name = parseExpectedName() else { return false }
      names.append(Syntax.Name(symbol: name.symbol, start: name.start, end: name.end))
    }
    guard token.kind == .equals else { return reportExpected("=") }
    statement.detail = Int32(truncatingIfNeeded: syntax.nameLists.count)
    syntax.nameLists.append(names)
    return parseDefinition(kind, named: first, into: &statement)
  }

  /// The name at this place; nil, and reported, where there is none.
  mutating func parseExpectedName() -> Token? {
    guard token.kind == .name else {
      if token.kind != .unknown { report(.expectedName, at: placeOfToken, placeWord) }
      return nil
    }
    let name = token
    advance()
    return name
  }

  mutating func reportExpected(_ sign: String) -> Bool {
    if token.kind != .unknown { report(.expectedSign, at: placeOfToken, sign) }
    return false
  }

  /// The token, or the place behind the last one at the end of a line.
  var placeOfToken: SourceRange {
    guard isAtEndOfStatement else { return token.range }
    return SourceRange(start: Int(previousEnd), end: Int(previousEnd))
  }

  private var placeWord: String { isAtEndOfStatement ? "" : spelling(token) }
}
