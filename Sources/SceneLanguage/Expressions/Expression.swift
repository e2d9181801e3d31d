package import Autograd

/// A formula on its own: the local rule of a primitive, a number typed by the reader.
///
/// Its terms are in postfix order, so that substituting and evaluating are loops.
/// ```swift
/// let rule = Expression("1 - out^2")
/// rule?.evaluate { $0 == "out" ? 0.5 : nil }   // 0.75
/// rule?.text(.mathematical)                    // "1 - out²"
/// ```
package struct Expression: Hashable, Sendable {
  package let terms: [Term]

  package enum Term: Hashable, Sendable {
    /// A value, and how it is shown: `0.9241` for 0.9241418199787566.
    case number(Double, shown: String)
    /// A name of the language, and how it is shown: `∂L/∂b` for an `upstream`.
    case name(String, shown: String)
    /// A primitive applied to the results of the terms before it, of which the text gave `count`.
    case apply(Primitive, count: Int)
  }

  init(terms: [Term]) { self.terms = terms }

  /// A name; shown as itself unless told otherwise.
  package static func name(_ name: String, shown: String? = nil) -> Expression {
    Expression(terms: [.name(name, shown: shown ?? name)])
  }

  /// A number; shown with the fewest digits that read back unless told otherwise.
  package static func number(_ value: Double, shown: String? = nil) -> Expression {
    Expression(terms: [.number(value, shown: shown ?? value.shortestSpelling)])
  }

  /// A primitive applied to operands in slot order.
  package static func applying(_ primitive: Primitive, to operands: [Expression]) -> Expression {
    Expression(terms: operands.flatMap(\.terms) + [.apply(primitive, count: operands.count)])
  }

  /// The names in the order in which they first appear, each once.
  package var names: [String] {
    var seen: Set<String> = []
    return terms.compactMap { term in
      if case .name(let name, _) = term, seen.insert(name).inserted { name } else { nil }
    }
  }

  /// The same formula with names replaced; those for which `replacement` is nil stay.
  package func substituting(_ replacement: (String) -> Expression?) -> Expression {
    Expression(
      terms: terms.flatMap { term in
        if case .name(let name, _) = term, let replaced = replacement(name) {
          replaced.terms
        } else {
          [term]
        }
      })
  }

  /// The value when names stand for what `bindings` says; nil when it lacks one of them.
  ///
  /// Outside the reals the value is NaN or infinite, as everywhere.
  package func evaluate(_ bindings: (String) -> Double? = { _ in nil }) -> Double? {
    var evaluation = Evaluation()
    for term in terms {
      switch term {
      case .number(let value, _): evaluation.push(value)
      case .name(let name, _):
        guard let value = bindings(name) else { return nil }
        evaluation.push(value)
      case .apply(let primitive, let count):
        guard evaluation.apply(primitive, count: count) else { return nil }
      }
    }
    return evaluation.result
  }
}
