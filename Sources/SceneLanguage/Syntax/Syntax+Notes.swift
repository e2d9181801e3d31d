extension Syntax {
  /// The lines of the first block of comments.
  func titleLines(in source: Source) -> [String] {
    let lines = comments[..<titleComments].map { text(of: $0, in: source) }
    return Array(lines.drop { $0.isEmpty })
  }

  /// What a statement says to the reader.
  func described(_ statement: Statement, in source: Source) -> Scene.Statement {
    Scene.Statement(line: Int(statement.line), note: note(of: statement, in: source))
  }

  /// The comments above a statement and behind it, as one text; nil where there are none.
  private func note(of statement: Statement, in source: Source) -> String? {
    guard statement.firstComment < statement.endComment else { return nil }
    let lines = comments[Int(statement.firstComment)..<Int(statement.endComment)]
      .map { text(of: $0, in: source) }.filter { !$0.isEmpty }
    return lines.isEmpty ? nil : lines.separated(by: " ")
  }

  /// A comment without its `#`, one blank behind it, and the white space at its end.
  private func text(of comment: Lexer.Comment, in source: Source) -> String {
    var text = source[SourceRange(start: Int(comment.start), end: Int(comment.end))]
    text.removeFirst(1)
    if text.hasPrefix(" ") { text.removeFirst(1) }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text.sanitized
  }
}
