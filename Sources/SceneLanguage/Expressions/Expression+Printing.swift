import Autograd

extension Expression {
  /// How a formula is written down.
  package enum Style: Hashable, Sendable {
    /// As the scene language spells it: reads back to the same formula.
    case source
    /// As on a blackboard: `·` for the product, `out²` for small powers, `σ(b)`.
    case mathematical
    /// As the scene language spells it, but with names and numbers as they are shown: for where
    /// only ASCII can be written.
    case plain
  }

  /// The formula with as few parentheses as keep its meaning.
  package func text(_ style: Style) -> String {
    var stack: [Written] = []
    for term in terms {
      switch term {
      case .number(let value, let shown): stack.append(.number(value, shown: shown, style))
      case .name(let name, let shown):
        let text = style == .source ? name : shown
        stack.append(Written(text: text, binding: Written.atom))
      case .apply(let primitive, let count):
        guard stack.count >= count else { return "" }
        if count == 2, case .infix(let sign, let printed) = primitive.notation, sign != "^" {
          // In place, so that a long sum is written in one pass.
          let right = stack.removeLast()
          let isSum = sign == "+" || sign == "-"
          stack[stack.count - 1].append(
            style == .mathematical ? printed : sign, right,
            binding: isSum ? Written.sum : Written.product)
          continue
        }
        let operands = Array(stack.suffix(count))
        stack.removeLast(count)
        stack.append(.applied(primitive, operands, style))
      }
    }
    return stack.last?.text ?? ""
  }
}

extension Double {
  /// A spelling the language reads back; there is none for NaN.
  fileprivate var literal: String {
    guard isInfinite else { return shortestSpelling }
    return self < 0 ? "-1e999" : "1e999"
  }
}

/// A part of a formula that is written down already.
private struct Written {
  var text: String
  /// How tightly its outermost operation binds.
  var binding: Int
  /// For a number, whether a minus in front of it would become part of it.
  var isPlainNumber = false

  static let sum = 1
  static let product = 2
  static let minus = 3
  static let power = 4
  static let atom = 5

  static func number(_ value: Double, shown: String, _ style: Expression.Style) -> Written {
    let isNamed = shown == "pi" && value == .pi
    let text = style != .source || isNamed ? shown : value.literal
    let isNegative = text.hasPrefix("-")
    return Written(
      text: text, binding: isNegative ? minus : atom, isPlainNumber: !isNegative && !isNamed)
  }

  static func applied(
    _ primitive: Primitive, _ operands: [Written], _ style: Expression.Style
  ) -> Written {
    switch primitive.notation {
    case .infix where operands.count == 2: return raised(operands[0], to: operands[1], style)
    case .prefix(let sign) where operands.count == 1:
      let mustStayApart = style == .source && operands[0].isPlainNumber
      let operand =
        mustStayApart ? "(\(operands[0].text))" : operands[0].behindSign(atLeast: minus)
      return Written(text: sign + operand, binding: minus)
    case .call(let printed):
      let name = style == .mathematical ? printed : primitive.name
      return call(name, operands)
    case .infix, .prefix:
      return call(primitive.name, operands)
    }
  }

  /// `text sign right`, read from left to right.
  mutating func append(_ sign: String, _ right: Written, binding: Int) {
    if self.binding < binding { text = "(" + text + ")" }
    text += " "
    text += sign
    text += " "
    text += right.behindSign(atLeast: binding + 1)
    self.binding = binding
    isPlainNumber = false
  }

  private static func call(_ name: String, _ operands: [Written]) -> Written {
    let arguments = operands.map(\.text).separated(by: ", ")
    return Written(text: name + "(" + arguments + ")", binding: atom)
  }

  private static func raised(
    _ base: Written, to exponent: Written, _ style: Expression.Style
  ) -> Written {
    let base = base.inside(atLeast: atom)
    let isSmall = exponent.isPlainNumber && exponent.text.utf8.count <= 2
    if style == .mathematical, isSmall, let superscript = superscript(exponent.text) {
      return Written(text: base + superscript, binding: power)
    }
    let tightest = style == .mathematical ? atom : power
    return Written(text: base + "^" + exponent.behindSign(atLeast: tightest), binding: power)
  }

  private static func superscript(_ digits: String) -> String? {
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    var result = ""
    for digit in digits {
      guard let value = digit.wholeNumberValue, digit.isASCII else { return nil }
      result.append(raised[value])
    }
    return result
  }

  private func inside(atLeast binding: Int) -> String {
    self.binding >= binding ? text : "(" + text + ")"
  }

  /// Behind an operator, what begins with a minus is put in parentheses.
  private func behindSign(atLeast binding: Int) -> String {
    text.hasPrefix("-") ? "(" + text + ")" : inside(atLeast: binding)
  }
}
