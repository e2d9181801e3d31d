import CellGrid
import SceneLanguage

extension Query {
  /// What a query lacks, or has too much of.
  package enum Mistake: Error, Hashable, Sendable {
    /// Half typed: `grad>`, `grad>1e-`.
    case numberExpected(after: String)
    /// Half typed: `|grad`.
    case barExpected
    /// Half typed: `|grad|`.
    case relationExpected(after: String)
    /// Half typed: `grad!`.
    case equalsExpected
    /// `>3`.
    case fieldExpected
    /// `tanh>3`.
    case unknownField(String)
    case tooManyWords
  }
}

extension Query.Mistake {
  package var message: String {
    switch self {
    case .numberExpected(let place): "a number belongs after \(place)"
    case .barExpected: "a second | belongs after it: |grad|>1e-3"
    case .relationExpected(let place): "a comparison belongs after \(place): \(place)>1e-3"
    case .equalsExpected: "= belongs after !"
    case .fieldExpected: "data or grad belongs before a comparison"
    case .unknownField(let word):
      "data and grad are compared, not \(word.sanitized.truncated(toColumns: 20))"
    case .tooManyWords: "\(Query.mostTerms) words at most"
    }
  }

  /// Whether typing on may mend it.
  package var isUnfinished: Bool {
    switch self {
    case .numberExpected, .barExpected, .relationExpected, .equalsExpected: true
    case .fieldExpected, .unknownField, .tooManyWords: false
    }
  }
}
