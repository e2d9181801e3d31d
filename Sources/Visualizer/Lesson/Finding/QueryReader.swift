/// Reads a query word by word, from the left to the right.
struct QueryReader {
  private var rest: Substring

  init(_ text: String) { rest = text.lowercased()[...] }

  /// The next word as a term; nil at the end.
  mutating func next() throws(Query.Mistake) -> Query.Term? {
    skipBlanks()
    guard !rest.isEmpty else { return nil }
    let isMagnitude = take("|")
    let word = takeWord()
    if isMagnitude, !take("|") { throw .barExpected }
    let relation = try takeRelation()
    guard isMagnitude || relation != nil else { return Self.term(word) }
    guard let field = Self.field(word) else {
      throw word.isEmpty ? .fieldExpected : .unknownField(word)
    }
    let name = isMagnitude ? "|\(word)|" : word
    guard let relation else { throw .relationExpected(after: name) }
    guard let number = takeNumber() else {
      throw .numberExpected(after: name + relation.rawValue)
    }
    return .comparison(
      Query.Comparison(field: field, isMagnitude: isMagnitude, relation: relation, number: number))
  }

  private static func term(_ word: String) -> Query.Term {
    switch word {
    case "nan": .notANumber
    case "inf": .infinite
    default: .text(word)
    }
  }

  private static func field(_ word: String) -> Query.Field? {
    switch word {
    case "data", "value": .data
    case "grad", "gradient": .gradient
    default: nil
    }
  }

  private mutating func takeRelation() throws(Query.Mistake) -> Query.Relation? {
    skipBlanks()
    if take("!") {
      guard take("=") else { throw .equalsExpected }
      return .unequal
    }
    if take(">") { return take("=") ? .greaterOrEqual : .greater }
    if take("<") { return take("=") ? .lessOrEqual : .less }
    guard take("=") else { return nil }
    _ = take("=")
    return .equal
  }

  private mutating func takeNumber() -> Double? {
    skipBlanks()
    return Double(takeWord())
  }

  /// What stands before the next blank or sign of a comparison.
  private mutating func takeWord() -> String {
    let word = rest.prefix { !$0.isWhitespace && !"<>=!|".contains($0) }
    rest = rest[word.endIndex...]
    return String(word)
  }

  private mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func skipBlanks() { rest = rest.drop(while: \.isWhitespace) }
}
