import Autograd

extension Parser {
  /// Opens a bracket; false when it is nested too deeply.
  mutating func push(_ kind: Pending.Kind, call: Int32 = -1) -> Bool {
    guard bracketDepth < maximumDepth else {
      report(.tooDeep, at: token.range, "\(maximumDepth)")
      return false
    }
    let firstTerm = Int32(truncatingIfNeeded: syntax.terms.count)
    operators.append(
      Pending(
        kind: kind, start: token.start, end: token.end, firstTerm: firstTerm,
        argumentTerm: firstTerm, call: call))
    advance()
    return true
  }

  mutating func beginCall(_ name: Token) -> Continuation {
    let call = Int32(truncatingIfNeeded: syntax.calls.count)
    syntax.calls.append(
      Syntax.Call(function: name.symbol, name: name.range, argumentCount: 0))
    guard push(.call, call: call) else { return .failed }
    guard token.kind == .close else { return .operandFollows }
    return closeBracket() ? .ended : .failed
  }

  mutating func nameArgument(_ name: Token) -> Continuation {
    guard let bracket = operators.last else { return .failed }
    syntax.namedArguments[bracket.call, default: []].append(
      Syntax.NamedArgument(
        position: Int(bracket.argumentCount), name: name.symbol, range: name.range))
    advance()
    return .operandFollows
  }

  /// A comma or colon inside a bracket: the next argument of a call, the next element of a list.
  mutating func nextArgument(of bracket: Pending) -> Bool {
    guard token.kind == .comma, bracket.kind != .group else {
      report(.unexpected, at: token.range, spelling(token))
      return false
    }
    operators[operators.count - 1].argumentCount += 1
    operators[operators.count - 1].argumentTerm = Int32(truncatingIfNeeded: syntax.terms.count)
    advance()
    return true
  }

  /// Closes the innermost bracket with the current token, if that is the right one.
  mutating func closeBracket() -> Bool {
    guard let bracket = operators.popLast() else { return false }
    guard (bracket.kind == .list) == (token.kind == .closeList) else {
      let opening = bracket.kind == .list ? "[" : "("
      report(.mismatchedBracket, at: token.range, spelling(token), opening)
      return false
    }
    let end = token.end
    advance()
    switch bracket.kind {
    case .call:
      finishCall(bracket)
    case .list:
      syntax.terms.removeLast(syntax.terms.count - Int(bracket.firstTerm))
      mentionsNames = true
      append(.missing, Syntax.Missing.list.rawValue, bracket.start, end)
    case .group, .binary, .prefix:
      break
    }
    return true
  }

  /// What stands in an index is not read: the whole of it is one thing that is not built yet.
  mutating func skipIndex() -> Bool {
    let bracket = token
    let depth = bracketDepth
    advance()
    while bracketDepth > depth, !isAtEndOfStatement { advance() }
    guard bracketDepth == depth, syntax.terms.count > expressionStart else {
      report(.unclosedBracket, at: bracket.range, "[", "]")
      return false
    }
    append(.missing, Syntax.Missing.index.rawValue, bracket.start, previousEnd)
    mentionsNames = true
    return true
  }

  mutating func parseTranspose() -> Bool {
    let dot = token
    advance()
    guard token.kind == .name, token.symbol == syntax.words.transpose else {
      report(.unexpected, at: dot.range, ".")
      return false
    }
    append(.missing, Syntax.Missing.transpose.rawValue, dot.start, token.end)
    mentionsNames = true
    advance()
    return true
  }

  mutating func reportMissingOperand() {
    guard token.kind != .unknown else { return }
    if syntax.terms.count == expressionStart, operators.isEmpty, isAtEndOfStatement {
      report(.missingRightSide, at: SourceRange(start: Int(previousEnd), end: Int(previousEnd)))
    } else if isAtEndOfStatement {
      let end = SourceRange(start: Int(previousEnd), end: Int(previousEnd))
      report(.missingOperandAtEnd, at: end)
    } else {
      report(.missingOperand, at: token.range, spelling(token))
    }
  }

  mutating func reportMissingOperator() {
    guard token.kind != .unknown else { return }
    if let term = syntax.terms.last, term.kind == .name, term.end == previousEnd,
      syntax.words.row(of: term.payload) != nil || definedFunctions.contains(term.payload)
    {
      let range = SourceRange(start: Int(term.start), end: Int(term.end))
      let name = lexer.bytes[Int(term.start)..<Int(term.end)]
      return report(.functionAsValue, at: range, String(decoding: name, as: UTF8.self))
    }
    let previous = lexer.bytes[
      max(0, Int(previousEnd) - 60)..<max(0, Int(previousEnd))]
    let word = String(decoding: previous, as: UTF8.self).split { $0 == " " || $0 == "(" }.last
    let next = token.kind == .open ? "(…)" : spelling(token)
    report(
      .missingOperator, at: token.range, spelling(token), word.map { "\($0) * \(next)" } ?? "")
  }

  mutating func reportUnclosed(_ bracket: Pending) {
    if token.kind == .equals {
      report(.unexpected, at: token.range, "=")
    } else if bracket.kind == .list {
      report(.unclosedBracket, at: bracket.range, "[", "]")
    } else {
      report(.unclosedBracket, at: bracket.range, "(", ")")
    }
  }
}
