import Autograd
import DataSets

extension BuiltIn {
  /// What leaves hold: their shape first, then a seed where it is left to chance.
  static let leafFunctions: [BuiltIn] = [
    leaf("zeros") { try $0.values.zeros(try $0.shape()) },
    leaf("ones") { try $0.values.ones(try $0.shape()) },
    // NumPy has a tuple first; here the last number is the one that is repeated.
    leaf("full", settings: 1...Shape.maximumRank + 1) { arguments in
      var arguments = arguments
      guard case .number(let number)? = arguments.settings.popLast() else {
        throw ArgumentMistake("the last argument of 'full'", "the number that is repeated")
      }
      return try arguments.values.full(try arguments.shape(), number)
    },
    leaf("eye", settings: 1...1) { arguments in
      try arguments.values.eye(try arguments.extents().first ?? 0)
    },
    leaf("arange", settings: 1...3) { arguments in
      let numbers = try arguments.numbers()
      switch numbers.count {
      case 1: return try arguments.values.arange(numbers[0])
      case 2: return try arguments.values.arange(numbers[0], numbers[1])
      default: return try arguments.values.arange(numbers[0], numbers[1], numbers[2])
      }
    },
    leaf("linspace", settings: 3...3) { arguments in
      let numbers = try arguments.numbers()
      let count = try Arguments.whole(.number(numbers[2]), as: "the number of points")
      return try arguments.values.linspace(numbers[0], numbers[1], count)
    },
    leaf("randn", named: ["seed"]) { try $0.values.randn(try $0.shape(), seed: try $0.seed()) },
    leaf("uniform", named: ["seed", "low", "high"]) { arguments in
      try arguments.values.uniform(
        try arguments.shape(), seed: try arguments.seed(), low: try arguments.number("low") ?? 0,
        high: try arguments.number("high") ?? 1)
    },
    leaf("kaiming", named: ["seed"]) { try $0.values.kaiming(try $0.shape(), seed: try $0.seed()) },
    leaf("xavier", named: ["seed"]) { try $0.values.xavier(try $0.shape(), seed: try $0.seed()) },
  ]

  private static func leaf(
    _ name: String, settings: ClosedRange<Int> = 0...Shape.maximumRank, named: [String] = [],
    _ make: @escaping @Sendable (Arguments) throws -> Tensor
  ) -> BuiltIn {
    BuiltIn(
      name: name, operands: 0...0, settings: settings, named: named,
      meaning: .leaf { [try make($0)] })
  }
}

extension Arguments {
  /// What makes values, as long as the scene has room for them.
  var values: LeafValues { LeafValues(limit: room) }
}
