import Autograd

/// The table of primitives, for `operations`.
package struct OperationsReport {
  let primitives = Primitive.all

  package init() {}

  /// A primitive the way the scene language writes it: `x + y`, `tanh(x)`.
  func notation(of primitive: Primitive) -> String {
    primitive.spelled(with: Array(["x", "y"].prefix(primitive.arity)))
  }
}

extension Primitive.Rule {
  /// `1 - out^2`, or by cases: `1 if x > 0, 0 if x < 0`.
  var sentence: String { cases.map(\.sentence).joined(separator: ", ") }
}

extension Primitive.Rule.Case {
  fileprivate var sentence: String {
    switch condition {
    case nil: formula
    case "otherwise": "else \(formula)"
    case let condition?: "\(formula) if \(condition)"
    }
  }
}
