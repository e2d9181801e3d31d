/// What `/` is asked for: words that must all hold of a node.
///
/// ```swift
/// try Query("tanh |grad|<1e-3").terms.count   // 2
/// try Query("grad>")                          // throws: a number belongs after grad>
/// ```
///
/// Upper and lower case are the same.
package struct Query: Hashable, Sendable {
  package let terms: [Term]

  package enum Term: Hashable, Sendable {
    /// A part of a name; or an operation by its name, the start of that, or its symbol.
    case text(String)
    case comparison(Comparison)
    /// Its value or its gradient is nan.
    case notANumber
    /// Its value or its gradient is infinite.
    case infinite
  }

  package enum Field: Hashable, Sendable {
    case data, gradient
  }

  package enum Relation: String, Hashable, Sendable {
    case greater = ">"
    case greaterOrEqual = ">="
    case less = "<"
    case lessOrEqual = "<="
    case equal = "="
    case unequal = "!="
  }

  /// `|grad|>1e-3`.
  package struct Comparison: Hashable, Sendable {
    package let field: Field
    package let isMagnitude: Bool
    package let relation: Relation
    package let number: Double
  }

  /// Nobody needs more, and every one costs a look at every node.
  package static let mostTerms = 16

  package init(_ text: String) throws(Mistake) {
    var reader = QueryReader(text)
    var terms: [Term] = []
    while let term = try reader.next() {
      guard !terms.contains(term) else { continue }
      guard terms.count < Self.mostTerms else { throw .tooManyWords }
      terms.append(term)
    }
    self.terms = terms
  }
}
