import Autograd

extension BuiltIn {
  /// Reductions, linear algebra and what puts elements to other places.
  static let tensorFunctions: [BuiltIn] =
    ["sum", "mean", "max", "min", "prod", "logsumexp", "norm", "softmax", "log_softmax", "squeeze"]
    .map { name in
      BuiltIn(
        name: name, operands: 1...1, settings: 0...0, named: ["axis"],
        meaning: .primitive(.row(name), alongAxis))
    } + [
      BuiltIn(
        name: "matmul", operands: 2...2, settings: 0...0, named: [],
        meaning: .primitive(.matmul, withoutAttribute)),
      BuiltIn(name: "dot", operands: 2...2, settings: 0...0, named: [], meaning: .dot),
      BuiltIn(
        name: "transpose", operands: 1...1, settings: 0...0, named: [],
        meaning: .primitive(.row("transpose"), withoutAttribute)),
      BuiltIn(
        name: "reshape", operands: 1...1, settings: 0...Shape.maximumRank, named: [],
        meaning: .primitive(.row("reshape")) { arguments in
          .extents(try arguments.extents())
        }),
      BuiltIn(
        name: "rows", operands: 1...1, settings: 2...2, named: [],
        meaning: .primitive(.row("index")) { arguments in
          let bounds = try arguments.extents()
          guard bounds.count == 2 else { throw ArgumentMistake("'rows'", "a start and an end") }
          return .places([.range(start: bounds[0], end: bounds[1])])
        }),
      BuiltIn(
        name: "one_hot", operands: 1...1, settings: 1...1, named: [],
        meaning: .primitive(.row("one_hot")) { arguments in
          let classes = try arguments.extents()
          guard classes.count == 1, (1...1_000_000).contains(classes[0]) else {
            throw ArgumentMistake("the number of classes", "a whole number from 1 to 1,000,000")
          }
          return .count(classes[0])
        }),
      BuiltIn(
        name: "concat", operands: 1...1_000, settings: 0...0, named: ["axis"],
        meaning: .join(isStack: false)),
      BuiltIn(
        name: "stack", operands: 1...1_000, settings: 0...0, named: ["axis"],
        meaning: .join(isStack: true)),
    ]

  private static let alongAxis: @Sendable (Arguments) throws -> Attribute = {
    .axis(try $0.whole("axis"))
  }

  private static let withoutAttribute: @Sendable (Arguments) throws -> Attribute = { _ in .none }
}
