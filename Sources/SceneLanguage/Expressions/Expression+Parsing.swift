import Autograd

extension Expression {
  /// The formula a text spells; nil where it spells none.
  package init?(_ text: String) {
    guard case .success(let expression) = Expression.parsed(text) else { return nil }
    self = expression
  }

  /// The formula a text spells, or the first mistake in it, with its range in `text`.
  package static func parsed(
    _ text: String, options: LoadOptions = LoadOptions()
  ) -> Result<Expression, Diagnostic> {
    let source = Source(name: "<expression>", text: text)
    let (syntax, end) = Syntax.parsingExpression(source, options: options)
    if let mistake = syntax.mistakes.first.first { return .failure(mistake) }
    guard end == text.utf8.count else {
      return .failure(
        Diagnostic(
          .unexpected, range: SourceRange(start: end, end: text.utf8.count),
          subject: String(source[SourceRange(start: end, end: text.utf8.count)].prefix(20))))
    }
    return terms(of: syntax, in: source).map { Expression(terms: $0) }
  }

  private static func terms(
    of syntax: Syntax, in source: Source
  ) -> Result<[Term], Diagnostic> {
    var terms: [Term] = []
    terms.reserveCapacity(syntax.terms.count)
    for term in syntax.terms {
      let shown = source[term.range]
      switch term.kind {
      case .number:
        terms.append(.number(syntax.numbers[Int(term.payload)], shown: shown))
      case .name, .local: terms.append(.name(shown, shown: shown))
      case .apply:
        let (row, count) = term.application
        terms.append(.apply(Primitive.all[row], count: count))
      case .call, .builtIn:
        return .failure(Diagnostic(.unknownFunction, range: term.range, subject: shown))
      case .tensor, .list, .index, .text, .broken:
        return .failure(Diagnostic(.expectedNumber, range: term.range))
      }
    }
    return .success(terms)
  }
}

extension Syntax {
  /// Reads a text as one expression; the second result is where the reading stopped.
  fileprivate static func parsingExpression(
    _ source: Source, options: LoadOptions
  ) -> (Syntax, end: Int) {
    var bytes = Array(source.text.utf8)
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { buffer in
      var parser = Parser(bytes: buffer, options: options)
      let isWhole = parser.parseExpression()
      let hasComments = !parser.lexer.comments.isEmpty
      let isAtEnd = isWhole && parser.token.kind == .endOfText && !hasComments
      let end = isAtEnd ? buffer.count - 1 : Int(parser.previousEnd)
      return (parser.finished(), end)
    }
  }
}

extension Diagnostic: Error {}
