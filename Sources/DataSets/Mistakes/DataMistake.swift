/// What is wrong with a file, or with what a generator is asked for: the place, and as data what belongs
/// there and what was found.
///
/// ```swift
/// mistake.message   // "line 3, column 2 ('weight'): a number is expected, 'abc' is there"
/// mistake.repair    // "write a number like 2, -0.5 or 1e-3"
/// ```
///
/// It knows the bytes and not the file, so whoever shows it names the file. Nothing in it can steer a
/// terminal.
package struct DataMistake: Error, Hashable, Sendable {
  package let kind: Kind
  /// Where in a file; nil for a mistake that is in none.
  package let place: Place?

  package init(_ kind: Kind, at place: Place? = nil) {
    self.kind = kind
    self.place = place
  }

  package enum Kind: Hashable, Sendable {
    case request(Request)
    case table(Table)
    case file(File)
  }

  /// What is wrong, in one sentence without a full stop.
  package var message: String {
    (place.map { $0.text + ": " } ?? "") + expected + ", " + found
  }

  /// What belongs there, as the first half of the sentence.
  package var expected: String { kind.wording.expected }

  /// What was found, as the second half.
  package var found: String { kind.wording.found }

  /// What would put it right.
  package var repair: String { kind.wording.repair }
}

/// The words for a kind of mistake.
struct MistakeWording {
  let expected: String
  let found: String
  let repair: String

  init(_ expected: String, _ found: String, repair: String) {
    self.expected = expected
    self.found = found
    self.repair = repair
  }
}

extension DataMistake.Kind {
  fileprivate var wording: MistakeWording {
    switch self {
    case .request(let request): request.wording
    case .table(let table): table.wording
    case .file(let file): file.wording
    }
  }
}
