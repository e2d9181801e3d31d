extension Primitive {
  /// One comparison of a case's condition, read from its text so that the words on the screen and
  /// the choice of the case cannot disagree: `x > 0`, `x = y`.
  struct Comparison: Sendable {
    private let left: Term
    private let relation: String
    private let right: Term

    /// The comparisons of `"x = 0 and y >= 0"`; none for `"otherwise"`, which always holds.
    static func all(in condition: String) -> [Comparison] {
      let words = condition.split(separator: " ")
      guard words != ["otherwise"] else { return [] }
      return words.split(separator: "and").compactMap { Comparison(words: Array($0)) }
    }

    private init?(words: [Substring]) {
      guard words.count == 3, let left = Term(words[0]), let right = Term(words[2]) else {
        return nil
      }
      self.left = left
      relation = String(words[1])
      self.right = right
    }

    func holds(x: Double, y: Double) -> Bool {
      let (left, right) = (left.value(x: x, y: y), right.value(x: x, y: y))
      return switch relation {
      case "<": left < right
      case "<=": left <= right
      case "=": left == right
      case "!=": left != right
      case ">=": left >= right
      case ">": left > right
      default: false
      }
    }

    private enum Term {
      case x
      case y
      case number(Double)

      init?(_ word: Substring) {
        switch word {
        case "x": self = .x
        case "y": self = .y
        default:
          guard let number = Double(word) else { return nil }
          self = .number(number)
        }
      }

      func value(x: Double, y: Double) -> Double {
        switch self {
        case .x: x
        case .y: y
        case .number(let number): number
        }
      }
    }
  }
}
