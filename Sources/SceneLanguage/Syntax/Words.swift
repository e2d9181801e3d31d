import Autograd

/// The names the language gives a meaning to, interned before the first byte of a scene is read.
///
/// Nothing here lists functions: which there are is asked of the table of primitives.
struct Words {
  let param, const, def, fold, output, train, expect, grad, returns, pi: Symbol
  let tolerance, transpose, slope: Symbol
  let steps, rate, optimizer, momentum, batch: Symbol
  /// The row of the primitive of that name; -1 elsewhere. Indexed by symbol.
  let rows: [Int16]
  /// Whether a tensor function of that name is planned and not built. Indexed by symbol.
  let areMissing: [Bool]
  /// The rows written between operands, by token.
  let infix: [(sign: Token.Kind, row: Int)]
  /// The row written before its operand.
  let negate: Int?

  /// The words, and a table in which nothing else is interned yet.
  static let standard: (words: Words, names: NameTable) = {
    var names = NameTable()
    let words = Words(into: &names)
    return (words, names)
  }()

  private init(into names: inout NameTable) {
    param = names.symbol(of: "param")
    const = names.symbol(of: "const")
    def = names.symbol(of: "def")
    fold = names.symbol(of: "fold")
    output = names.symbol(of: "output")
    train = names.symbol(of: "train")
    expect = names.symbol(of: "expect")
    grad = names.symbol(of: "grad")
    returns = names.symbol(of: "return")
    pi = names.symbol(of: "pi")
    tolerance = names.symbol(of: "tolerance")
    transpose = names.symbol(of: "T")
    slope = names.symbol(of: "slope")
    steps = names.symbol(of: "steps")
    rate = names.symbol(of: "rate")
    optimizer = names.symbol(of: "optimizer")
    momentum = names.symbol(of: "momentum")
    batch = names.symbol(of: "batch")
    let missing = Self.missingFunctions.map { names.symbol(of: $0) }
    let primitives = Primitive.all.map { names.symbol(of: $0.name) }
    var rows = [Int16](repeating: -1, count: names.count)
    for (row, symbol) in primitives.enumerated() { rows[Int(symbol)] = Int16(row) }
    self.rows = rows
    var areMissing = [Bool](repeating: false, count: names.count)
    for symbol in missing where rows[Int(symbol)] < 0 { areMissing[Int(symbol)] = true }
    self.areMissing = areMissing
    infix = Self.infixRows()
    negate = Primitive.all.firstIndex { $0.notation == .prefix("-") }
  }

  /// The row of the primitive that a call of this name means; nil where the name is free.
  func row(of symbol: Symbol) -> Int? {
    guard Int(symbol) < rows.count, rows[Int(symbol)] >= 0 else { return nil }
    return Int(rows[Int(symbol)])
  }

  func isMissing(_ symbol: Symbol) -> Bool {
    Int(symbol) < areMissing.count && areMissing[Int(symbol)]
  }

  /// The row of the primitive that is written with this sign between its operands.
  func row(ofInfix sign: Token.Kind) -> Int? { infix.first { $0.sign == sign }?.row }

  private static func infixRows() -> [(sign: Token.Kind, row: Int)] {
    Primitive.all.enumerated().compactMap { row, primitive in
      guard case .infix(let text, _) = primitive.notation else { return nil }
      return sign(spelled: text).map { ($0, row) }
    }
  }

  private static func sign(spelled text: String) -> Token.Kind? {
    switch text {
    case "+": .plus
    case "-": .minus
    case "*": .times
    case "/": .divide
    case "^": .power
    default: nil
    }
  }

  /// The functions over tensors that the language has and this release has not.
  private static let missingFunctions = [
    "softmax", "log_softmax", "sum", "mean", "max", "min", "prod", "logsumexp", "norm", "matmul",
    "dot", "transpose", "reshape", "squeeze", "concat", "stack", "mse", "cross_entropy", "nll",
    "bce", "hinge", "linear", "mlp", "zeros", "ones", "full", "eye", "arange", "linspace", "randn",
    "uniform", "kaiming", "xavier", "one_hot", "moons", "circles", "cross", "spiral", "read",
    "rows",
  ]
}
