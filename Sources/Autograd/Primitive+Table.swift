#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Primitive {
  /// Every primitive, in the order the manual lists them.
  public static let all: [Primitive] = [
    Primitive(
      id: 0, name: "add", notation: .infix("+", printed: "+"), arity: 2, defaults: [],
      rules: [.smooth("1"), .smooth("1")], convention: nil, samples: [[2, 3]],
      evaluate: { x, y in x + y }, differentiate: { _, _, _, _ in 1 }),
    Primitive(
      id: 1, name: "subtract", notation: .infix("-", printed: "-"), arity: 2, defaults: [],
      rules: [.smooth("1"), .smooth("-1")], convention: nil, samples: [[2, 3]],
      evaluate: { x, y in x - y }, differentiate: { slot, _, _, _ in slot == 0 ? 1 : -1 }),
    Primitive(
      id: 2, name: "multiply", notation: .infix("*", printed: "·"), arity: 2, defaults: [],
      rules: [.smooth("y"), .smooth("x")], convention: nil, samples: [[2, 3]],
      evaluate: { x, y in x * y }, differentiate: { slot, x, y, _ in slot == 0 ? y : x }),
    Primitive(
      id: 3, name: "negate", notation: .prefix("-"), arity: 1, defaults: [],
      rules: [.smooth("-1")], convention: nil, samples: [[2]],
      evaluate: { x, _ in -x }, differentiate: { _, _, _, _ in -1 }),
    Primitive(
      id: 4, name: "pow", notation: .infix("^", printed: "^"), arity: 2, defaults: [],
      rules: [.smooth("y * x^(y - 1)"), .smooth("out * log(x)")], convention: nil,
      samples: [[2, 3]], evaluate: { x, y in pow(x, y) },
      differentiate: { slot, x, y, out in slot == 0 ? y * pow(x, y - 1) : out * log(x) }),
    Primitive(
      id: 5, name: "log", notation: .call(printed: "log"), arity: 1, defaults: [],
      rules: [.smooth("1 / x")], convention: nil, samples: [[2]],
      evaluate: { x, _ in log(x) }, differentiate: { _, x, _, _ in 1 / x }),
    Primitive(
      id: 6, name: "sigmoid", notation: .call(printed: "σ"), arity: 1, defaults: [],
      rules: [.smooth("out * (1 - out)")], convention: nil, samples: [[2]],
      evaluate: { x, _ in 1 / (1 + exp(-x)) },
      differentiate: { _, _, _, out in out * (1 - out) }),
    Primitive(
      id: 7, name: "tanh", notation: .call(printed: "tanh"), arity: 1, defaults: [],
      rules: [.smooth("1 - out^2")], convention: nil, samples: [[0.5]],
      evaluate: { x, _ in tanh(x) }, differentiate: { _, _, _, out in 1 - out * out }),
  ]

  /// The row of that name, if there is one.
  public static func named(_ name: String) -> Primitive? {
    all.first { $0.name == name }
  }
}

extension Primitive.Rule {
  static func smooth(_ formula: String) -> Self {
    Self(cases: [Case(formula: formula, condition: nil, holds: { _, _ in true })])
  }
}
