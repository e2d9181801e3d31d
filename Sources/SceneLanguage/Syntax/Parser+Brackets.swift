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
        argumentTerm: firstTerm, call: kind == .list ? Int32(elementStarts.count) : call,
        mentionedNames: mentionsNames))
    if kind == .list { elementStarts.append(firstTerm) }
    advance()
    return true
  }

  mutating func beginCall(_ name: Token) -> Continuation {
    let call = Int32(truncatingIfNeeded: syntax.calls.count)
    syntax.calls.append(
      Syntax.Call(function: name.symbol, name: name.range, argumentCount: 0))
    guard push(.call, call: call) else { return .failed }
    if !definedFunctions.contains(name.symbol), let row = syntax.words.builtIn(name.symbol) {
      operators[operators.count - 1].builtIn = Int32(truncatingIfNeeded: row)
    }
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
    takeSetting(of: bracket)
    operators[operators.count - 1].argumentCount += 1
    operators[operators.count - 1].argumentTerm = Int32(truncatingIfNeeded: syntax.terms.count)
    operators[operators.count - 1].mentionedNames = mentionsNames
    if bracket.kind == .list { elementStarts.append(Int32(truncatingIfNeeded: syntax.terms.count)) }
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
      takeSetting(of: bracket)
      finishCall(bracket)
    case .list:
      finishList(bracket, end: end)
    case .group, .binary, .prefix:
      break
    }
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
      isFunction(term.payload)
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
