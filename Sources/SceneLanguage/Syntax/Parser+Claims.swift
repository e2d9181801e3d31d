extension Parser {
  /// `fold name` and `output name`, from the name on.
  mutating func parseReference(
    _ kind: Syntax.Statement.Kind, into statement: inout Syntax.Statement
  ) -> Bool {
    guard let name = parseExpectedName() else { return false }
    statement.kind = kind
    statement.name = name.symbol
    statement.nameStart = name.start
    statement.nameEnd = name.end
    return true
  }

  /// `expect a = 4` and `expect grad(x) = 0.5, tolerance: 1e-3`, from the name on.
  mutating func parseExpectation(into statement: inout Syntax.Statement) -> Bool {
    guard let name = parseExpectedName() else { return false }
    var subject = name
    let isGradient = name.symbol == syntax.words.grad && token.kind == .open
    if isGradient {
      advance()
      guard let inner = parseExpectedName() else { return false }
      subject = inner
      guard token.kind == .close else { return reportExpected(")") }
      advance()
    }
    guard token.kind == .equals else { return reportExpected("=") }
    guard parseDefinition(.expectation, named: subject, into: &statement) else { return false }
    guard let tolerance = parseTolerance() else { return false }
    statement.detail = Int32(truncatingIfNeeded: syntax.expectations.count)
    syntax.expectations.append(
      Syntax.Expectation(isGradient: isGradient, tolerance: tolerance))
    return true
  }

  private mutating func parseTolerance() -> Double? {
    guard token.kind == .comma else { return 1e-9 }
    advance()
    guard token.kind == .name else {
      report(.expectedSign, at: placeOfToken, "tolerance:")
      return nil
    }
    let name = token
    advance()
    guard name.symbol == syntax.words.tolerance else {
      report(.unknownArgument, at: name.range, "expect", spelling(name))
      return nil
    }
    guard token.kind == .colon else {
      _ = reportExpected(":")
      return nil
    }
    advance()
    guard let (value, range) = parseConstant() else { return nil }
    guard value >= 0 else {
      report(.wrongArgument, at: range, "tolerance", "0 or more")
      return nil
    }
    return value
  }

  /// An expression without names, evaluated at once; nil, and reported, where it is none.
  mutating func parseConstant() -> (value: Double, range: SourceRange)? {
    let first = syntax.terms.count
    let start = token.start
    let isWhole = parseExpression()
    defer { syntax.terms.removeLast(syntax.terms.count - first) }
    guard isWhole else { return nil }
    let range = SourceRange(start: Int(start), end: Int(previousEnd))
    guard let value = syntax.constantValue(of: first..<syntax.terms.count) else {
      report(.expectedNumber, at: range)
      return nil
    }
    return (value, range)
  }
}
