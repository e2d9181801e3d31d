import Autograd

/// The names the language gives a meaning to, interned before the first byte of a scene is read.
///
/// Nothing here lists functions: which there are is asked of the tables of primitives and of built-in
/// functions.
struct Words {
  let param, const, def, fold, output, train, expect, grad, returns, pi: Symbol
  let tolerance, transpose, slope: Symbol
  let steps, rate, optimizer, momentum, batch, seed, zeroGrad: Symbol
  /// The row of the primitive of that name; -1 elsewhere. Indexed by symbol.
  let rows: [Int16]
  /// The place in the table of built-in functions; -1 elsewhere. Indexed by symbol.
  let builtIns: [Int16]
  /// The functions of the prelude.
  let prelude: [Symbol]
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
    seed = names.symbol(of: "seed")
    zeroGrad = names.symbol(of: "zero_grad")
    prelude = Prelude.names.map { names.symbol(of: $0) }
    let functions = BuiltIn.all.map { names.symbol(of: $0.name) }
    let primitives = Primitive.elementwise.map { names.symbol(of: $0.name) }
    var rows = [Int16](repeating: -1, count: names.count)
    for (row, symbol) in primitives.enumerated() { rows[Int(symbol)] = Int16(row) }
    self.rows = rows
    var builtIns = [Int16](repeating: -1, count: names.count)
    for (row, symbol) in functions.enumerated() { builtIns[Int(symbol)] = Int16(row) }
    self.builtIns = builtIns
    infix = Self.infixRows()
    negate = Primitive.all.firstIndex { $0.notation == .prefix("-") }
  }

  /// The row of the primitive that a call of this name means; nil where the name is free.
  func row(of symbol: Symbol) -> Int? {
    guard Int(symbol) < rows.count, rows[Int(symbol)] >= 0 else { return nil }
    return Int(rows[Int(symbol)])
  }

  /// The place in the table of built-in functions; nil where the name is none of them.
  func builtIn(_ symbol: Symbol) -> Int? {
    guard Int(symbol) < builtIns.count, builtIns[Int(symbol)] >= 0 else { return nil }
    return Int(builtIns[Int(symbol)])
  }

  func isPrelude(_ symbol: Symbol) -> Bool { prelude.contains(symbol) }

  /// Whether a call of this name means something in every scene.
  func isFunction(_ symbol: Symbol) -> Bool {
    row(of: symbol) != nil || builtIn(symbol) != nil || isPrelude(symbol)
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
    case "@": .matrixTimes
    case "^": .power
    default: nil
    }
  }
}
