extension Parser {
  /// `def name(x, y) = expression`, or with a colon and an indented body, from the name on.
  mutating func parseFunction(into statement: inout Syntax.Statement) -> Bool {
    guard let name = parseExpectedName() else { return false }
    statement.kind = .function
    statement.name = name.symbol
    statement.nameStart = name.start
    statement.nameEnd = name.end
    statement.detail = Int32(truncatingIfNeeded: syntax.functions.count)
    definedFunctions.insert(name.symbol)
    var function = Syntax.Function(
      name: name.symbol, nameRange: name.range, parameters: [],
      body: syntax.bodies.count..<syntax.bodies.count, isBroken: true)
    let isWhole = parseParameters(into: &function) && parseBody(of: name, noteOf: &statement)
    function.body = function.body.lowerBound..<syntax.bodies.count
    function.isBroken = !isWhole || syntax.bodies[function.body].contains { $0.isBroken }
    syntax.functions.append(function)
    return isWhole
  }

  private mutating func parseParameters(into function: inout Syntax.Function) -> Bool {
    guard token.kind == .open else { return reportExpected("(") }
    let bracket = token
    advance()
    while token.kind != .close {
      guard !isAtEndOfStatement else {
        report(.unclosedBracket, at: bracket.range, "(", ")")
        return false
      }
      guard let parameter = parseExpectedName() else { return false }
      let place = Int32(truncatingIfNeeded: function.parameters.count)
      guard function.places.updateValue(place, forKey: parameter.symbol) == nil else {
        report(.repeatedParameter, at: parameter.range, spelling(parameter))
        return false
      }
      function.parameters.append(parameter.symbol)
      if token.kind == .comma { advance() } else if token.kind != .close { break }
    }
    guard token.kind == .close else {
      if token.kind == .newline || token.kind == .endOfText || token.kind == .equals {
        report(.unclosedBracket, at: bracket.range, "(", ")")
        return false
      }
      return reportExpected(",")
    }
    advance()
    return true
  }

  /// - Parameter statement: the whole function, whose note is what stands beside its first line.
  private mutating func parseBody(
    of name: Token, noteOf statement: inout Syntax.Statement
  ) -> Bool {
    if token.kind == .equals {
      advance()
      var result = bodyStatement(.returns, at: token)
      let isWhole = parseRightSide(into: &result)
      result.isBroken = !isWhole
      takeNote(of: &result)
      statement.firstComment = result.firstComment
      statement.endComment = result.endComment
      syntax.bodies.append(result)
      return isWhole
    }
    guard token.kind == .colon else { return reportExpected("=") }
    advance()
    if !isAtEndOfStatement { return parseBodyStatement() && hasReturned(name) }
    takeNote(of: &statement)
    return parseIndentedStatements(of: name)
  }

  private func bodyStatement(_ kind: Syntax.Statement.Kind, at token: Token) -> Syntax.Statement {
    Syntax.Statement(kind: kind, nameStart: token.start, nameEnd: token.end, line: token.line)
  }

  private mutating func parseIndentedStatements(of name: Token) -> Bool {
    let first = syntax.bodies.count
    while true {
      // Looking over the newline must not take the first token of the next statement at the top.
      guard token.kind == .newline, lexer.isAtIndentedLine else { break }
      advance()
      if token.kind == .newline { continue }
      if syntax.bodies.count > first, syntax.bodies[syntax.bodies.count - 1].kind == .returns {
        report(.unreachable, at: token.range)
        return skipBody()
      }
      if !parseBodyStatement() { skipStatement() }
    }
    guard syntax.bodies.count > first else {
      report(.missingBody, at: name.range, spelling(name))
      return false
    }
    return hasReturned(name)
  }

  /// Leaves out what is left of a body that is wrong already.
  private mutating func skipBody() -> Bool {
    skipStatement()
    while token.kind == .newline, lexer.isAtIndentedLine {
      lexer.isQuiet = true
      advance()
      skipStatement()
    }
    return false
  }

  private mutating func hasReturned(_ name: Token) -> Bool {
    guard let last = syntax.bodies.last, last.kind == .returns || last.isBroken else {
      report(.missingReturn, at: name.range, spelling(name))
      return false
    }
    return true
  }

  /// `name = expression` or `return expression`; false when its line has a mistake.
  private mutating func parseBodyStatement() -> Bool {
    let first = token
    var statement = bodyStatement(.returns, at: first)
    var isWhole = false
    if first.kind == .name {
      advance()
      if token.kind == .equals {
        isWhole = parseDefinition(.input, named: first, into: &statement)
      } else if first.symbol == syntax.words.returns {
        isWhole = parseRightSide(into: &statement)
      } else {
        report(.notInBody, at: first.range, spelling(first))
      }
    } else if first.kind != .unknown {
      report(.notInBody, at: first.range, spelling(first))
    }
    if isWhole, !isAtEndOfStatement {
      if token.kind != .unknown { report(.unexpected, at: token.range, spelling(token)) }
      isWhole = false
    }
    statement.isBroken = !isWhole
    takeNote(of: &statement)
    syntax.bodies.append(statement)
    return isWhole
  }
}
