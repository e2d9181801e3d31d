import Autograd
import Playback
import SceneLanguage

/// How well a word fits a node; what fits better is found first.
enum QueryRank: Int, CaseIterable {
  case wholeName, partOfName, operation, startOfOperation
}

/// Which nodes a query finds, with the numbers that are known at a cursor: a value that is not
/// computed and a gradient that is not final are neither equal to anything nor different from it.
struct QueryMatching {
  let run: Run
  let cursor: Int
  let labels: LabelIndex

  /// The nodes for which every term holds, the best rank first, then in tape order.
  func nodes(_ query: Query) -> [NodeID] {
    guard !query.terms.isEmpty else { return [] }
    let conditions = query.terms.map { Condition($0) }
    var found: [[NodeID]] = QueryRank.allCases.map { _ in [] }
    for node in run.scene.graph.nodes {
      if let rank = rank(of: node, under: conditions) { found[rank.rawValue].append(node) }
    }
    return found.flatMap { $0 }
  }

  /// What a query asks for that the lesson has still to compute; nil where its answer is final.
  func outstanding(_ query: Query) -> Query.Field? {
    let reads = query.terms.flatMap(\.fields)
    if reads.contains(.data), cursor < run.nodeCount { return .data }
    guard reads.contains(.gradient), run.hasBackwardPass, cursor < run.stepCount else { return nil }
    return .gradient
  }

  private func rank(of node: NodeID, under conditions: [Condition]) -> QueryRank? {
    var worst = QueryRank.wholeName
    for condition in conditions {
      switch condition {
      case .text(let text):
        guard let rank = labels.match(text.bytes, in: node) ?? text.rank(of: operation(of: node))
        else { return nil }
        if rank.rawValue > worst.rawValue { worst = rank }
      case .comparison(let comparison):
        guard let number = number(comparison.field, of: node), comparison.holds(for: number)
        else { return nil }
      case .notANumber: guard hasNumber(node, where: \.isNaN) else { return nil }
      case .infinite: guard hasNumber(node, where: \.isInfinite) else { return nil }
      }
    }
    return worst
  }

  private func operation(of node: NodeID) -> Operation { run.scene.graph.operation(of: node) }

  private func hasNumber(_ node: NodeID, where holds: (Double) -> Bool) -> Bool {
    number(.data, of: node).map(holds) ?? false || number(.gradient, of: node).map(holds) ?? false
  }

  private func number(_ field: Query.Field, of node: NodeID) -> Double? {
    switch field {
    case .data: run.constant(node) ?? run.value(of: node, at: cursor)
    case .gradient:
      if case .final(let total) = run.gradient(of: node, at: cursor) { total } else { nil }
    }
  }
}

/// A term, made ready for many nodes.
private enum Condition {
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
private struct TextCondition {
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

extension Query.Term {
  fileprivate var fields: [Query.Field] {
    switch self {
    case .text: []
    case .comparison(let comparison): [comparison.field]
    case .notANumber, .infinite: [.data, .gradient]
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
