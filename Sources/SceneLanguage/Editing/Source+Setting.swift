extension Source {
  /// The text with another right side for an input, parameter or constant: `--set NAME=EXPRESSION`.
  ///
  /// It is an edit of the text like every other, so it can be repeated. A computed value cannot
  /// be set, and `expression` must have a value without knowing any name.
  package func setting(
    _ name: String, to expression: String, options: LoadOptions = LoadOptions()
  ) -> Result<Source, EditRefusal> {
    let syntax = Syntax(parsing: self, options: options)
    let definitions = syntax.statements.filter(\.definesName)
    guard let found = definitions.first(where: { syntax.names[$0.name] == name }) else {
      let names = definitions.prefix(10_000).map { syntax.names[$0.name] }
      return .failure(.unknown(name, near: Spelling.nearest(to: name, among: names)))
    }
    guard found.kind != .function, !found.mentionsNames, !found.isBroken
    else { return .failure(.computed(name)) }
    return TypedNumber.readRightSide(expression).map { replacing(found.range, with: $0) }
  }
}
