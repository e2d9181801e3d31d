import Autograd
import SceneLanguage

extension Expression {
  /// The formula without the arithmetic that every reader does at once: `2 - 1` between numbers is
  /// 1, and `x^1` is x. The numbers it evaluates to stay the same to the last bit.
  var simplified: Expression {
    rebuilding { primitive, operands in
      guard operands.count == 2, let right = operands[1].loneNumber else { return nil }
      if primitive == .subtract, let left = operands[0].loneNumber { return .number(left - right) }
      return primitive == .pow && right == 1 ? operands[0] : nil
    }
  }

  /// The factors of a product, from left to right; the formula itself where it is none.
  var factors: [Expression] {
    guard case .apply(.multiply, count: 2)? = terms.last else { return [self] }
    var parts: [[Expression]] = []
    for term in terms {
      switch term {
      case .number(let value, let shown): parts.append([.number(value, shown: shown)])
      case .name(let name, let shown): parts.append([.name(name, shown: shown)])
      case .apply(let primitive, let count):
        let operands = parts.suffix(count)
        parts.removeLast(min(count, parts.count))
        parts.append(
          primitive == .multiply
            ? Array(operands.joined())
            : [.applying(primitive, to: operands.map(Expression.product))])
      }
    }
    return parts.last ?? [self]
  }

  /// The factors multiplied from left to right.
  static func product(_ factors: [Expression]) -> Expression {
    guard let first = factors.first else { return .number(1) }
    return factors.dropFirst().reduce(first) { .applying(.multiply, to: [$0, $1]) }
  }

  private var loneNumber: Double? {
    guard terms.count == 1, case .number(let value, _)? = terms.first else { return nil }
    return value
  }

  /// The formula made again from its leaves, with another one for each application for which
  /// `replacement` has one.
  private func rebuilding(
    _ replacement: (Primitive, [Expression]) -> Expression?
  ) -> Expression {
    var stack: [Expression] = []
    for term in terms {
      switch term {
      case .number(let value, let shown): stack.append(.number(value, shown: shown))
      case .name(let name, let shown): stack.append(.name(name, shown: shown))
      case .apply(let primitive, let count):
        let operands = Array(stack.suffix(count))
        stack.removeLast(operands.count)
        stack.append(replacement(primitive, operands) ?? .applying(primitive, to: operands))
      }
    }
    return stack.last ?? self
  }
}
