import Autograd
import Playback

/// How well a word fits a node; what fits better is found first.
enum QueryRank: Int, CaseIterable {
  case wholeName, partOfName, operation, startOfOperation
}

/// A term, made ready for many nodes.
enum QueryCondition {
  case text(TextCondition)
  case comparison(Query.Comparison)
  case notANumber, infinite

  init(_ term: Query.Term) {
    switch term {
    case .text(let text): self = .text(TextCondition(text))
    case .comparison(let comparison): self = .comparison(comparison)
    case .notANumber: self = .notANumber
    case .infinite: self = .infinite
    }
  }
}

/// A word's bytes, and how well it names each operation.
struct TextCondition {
  let bytes: [UInt8]
  private let primitives: [QueryRank?]
  private let input: QueryRank?
  private let parameter: QueryRank?
  private let constant: QueryRank?

  init(_ text: String) {
    bytes = Array(text.utf8)
    func rank(_ operation: Operation) -> QueryRank? {
      if operation.spellings.contains(text) { return .operation }
      // One letter is a name: `a` is not every addition.
      return text.count > 1 && operation.name.hasPrefix(text) ? .startOfOperation : nil
    }
    primitives = Primitive.all.map { rank(.primitive($0)) }
    input = rank(.input)
    parameter = rank(.parameter)
    constant = rank(.constant)
  }

  func rank(of operation: Operation) -> QueryRank? {
    switch operation {
    case .input: input
    case .parameter: parameter
    case .constant: constant
    case .primitive(let primitive): primitives[Int(primitive.id)]
    }
  }
}

extension Operation {
  /// Its name and its symbols, in lower case: `multiply`, `*`, `·`.
  fileprivate var spellings: [String] {
    guard case .primitive(let primitive) = self else { return [name] }
    switch primitive.notation {
    case .infix(let symbol, let printed): return [name, symbol, printed]
    case .prefix(let symbol): return [name, symbol]
    case .call(let printed): return [name, printed]
    }
  }
}

extension Query.Comparison {
  func holds(for value: Double) -> Bool {
    let value = isMagnitude ? value.magnitude : value
    switch relation {
    case .greater: return value > number
    case .greaterOrEqual: return value >= number || isShown(value)
    case .less: return value < number
    case .lessOrEqual: return value <= number || isShown(value)
    case .equal: return isShown(value)
    case .unequal: return !isShown(value)
    }
  }

  /// Whether it is the number, or one that the boxes, with their four digits, write like it.
  private func isShown(_ value: Double) -> Bool {
    if value == number || value.isNaN && number.isNaN { return true }
    guard (value - number).magnitude <= number.magnitude * 1e-3 else { return false }
    let text = NumberText.text(of: number)
    return Double(text) == number && NumberText.text(of: value) == text
  }
}
