import Autograd

extension Syntax {
  /// The value of an expression without names; nil where something else than numbers is in it.
  func constantValue(of range: Range<Int>) -> Double? {
    if range.count == 1, let term = terms[range].first, term.kind == .number {
      return numbers[Int(term.payload)]
    }
    var evaluation = Evaluation()
    for term in terms[range] {
      switch term.kind {
      case .number: evaluation.push(numbers[Int(term.payload)])
      case .apply:
        let (row, count) = term.application
        guard Primitive.all[row].isElementwise,
          evaluation.apply(Primitive.all[row], count: count)
        else { return nil }
      case .name, .local, .call, .tensor, .list, .index, .builtIn, .text, .broken: return nil
      }
    }
    return evaluation.result
  }
}

/// A stack of numbers on which an expression in postfix order is evaluated.
struct Evaluation {
  private var stack: [Double] = []

  mutating func push(_ value: Double) { stack.append(value) }

  /// Replaces the last `count` values by what the primitive makes of them and of its defaults;
  /// false where there are too few.
  mutating func apply(_ primitive: Primitive, count: Int) -> Bool {
    guard count <= stack.count, primitive.arity - count <= primitive.defaults.count else {
      return false
    }
    stack += primitive.defaults.suffix(primitive.arity - count)
    guard stack.count >= primitive.arity else { return false }
    let y = primitive.arity > 1 ? stack.removeLast() : 0
    let x = stack.removeLast()
    stack.append(primitive.value(x, y))
    return true
  }

  /// The one value that is left.
  var result: Double? { stack.count == 1 ? stack[0] : nil }
}
