import Autograd

extension Parser {
  /// An operator that waits for its right operand, or a bracket that waits to be closed.
  struct Pending {
    var kind: Kind
    var precedence: UInt8 = 0
    var row: Int32 = -1
    /// The sign or the bracket.
    var start: Int32
    var end: Int32
    /// Where the terms of what is in the bracket begin.
    var firstTerm: Int32 = 0
    /// Where the terms of the current argument begin.
    var argumentTerm: Int32 = 0
    /// How many commas came so far.
    var argumentCount: Int32 = 0
    /// For a minus, where the number directly behind it starts; -1 where there is none.
    var numberStart: Int32 = -1
    /// The index of the call this bracket belongs to; for a list, where its elements' beginnings are
    /// kept.
    var call: Int32 = -1
    /// For a call of a built-in function, its place in the table; -1 elsewhere.
    var builtIn: Int32 = -1
    /// Whether names were mentioned before the current argument.
    var mentionedNames = false

    enum Kind: UInt8 {
      case binary, prefix, group, call, list

      var isBracket: Bool { rawValue >= Kind.group.rawValue }
    }

    var range: SourceRange { SourceRange(start: Int(start), end: Int(end)) }
  }

  enum Precedence {
    static let sum: UInt8 = 1
    static let product: UInt8 = 2
    static let minus: UInt8 = 3
    static let power: UInt8 = 4
  }

  static func binaryOperators(_ words: Words) -> [Binary] {
    var table = [Binary](repeating: Binary(row: -1, precedence: 0), count: 32)
    let precedences: [(Token.Kind, UInt8)] = [
      (.plus, Precedence.sum), (.minus, Precedence.sum), (.times, Precedence.product),
      (.divide, Precedence.product), (.matrixTimes, Precedence.product),
      (.power, Precedence.power),
    ]
    for (kind, precedence) in precedences {
      table[Int(kind.rawValue)] = Binary(
        row: Int32(words.row(ofInfix: kind) ?? -1), precedence: precedence)
    }
    return table
  }

  /// Reads one expression into `syntax.terms`; false when a mistake was reported.
  ///
  /// Two stacks, as in Dijkstra's shunting yard: operands go to the terms, operators wait.
  mutating func parseExpression() -> Bool {
    if !operators.isEmpty { operators.removeAll(keepingCapacity: true) }
    mentionsNames = false
    expressionStart = syntax.terms.count
    while true {
      guard parseOperand() else { return false }
      switch parseOperators() {
      case .operandFollows: continue
      case .ended: return true
      case .failed: return false
      }
    }
  }

  enum Continuation { case operandFollows, ended, failed }

  /// Everything up to and including a number, a name, or an empty pair of brackets.
  private mutating func parseOperand() -> Bool {
    while true {
      switch token.kind {
      case .number:
        appendNumber(token.number, token)
        advance()
        return true
      case .name:
        switch parseName() {
        case .operandFollows: continue
        case .ended: return true
        case .failed: return false
        }
      case .minus:
        guard pushPrefix() else { return false }
      case .plus:
        advance()
      case .open:
        guard push(.group) else { return false }
      case .openList:
        guard push(.list) else { return false }
        if token.kind == .closeList { return closeBracket() }
      case .text:
        mentionsNames = true
        append(.text, 0, token.start, token.end)
        advance()
        return true
      default:
        reportMissingOperand()
        return false
      }
    }
  }

  mutating func append(_ kind: Syntax.Term.Kind, _ payload: Int32, _ start: Int32, _ end: Int32) {
    syntax.terms.append(Syntax.Term(kind: kind, payload: payload, start: start, end: end))
  }

  mutating func appendNumber(_ value: Double, _ token: Token) {
    append(.number, Int32(truncatingIfNeeded: syntax.numbers.count), token.start, token.end)
    syntax.numbers.append(value)
  }

  /// Signs and powers nest to the right without brackets, and cost next to nothing: this only
  /// holds their memory to a bound.
  private mutating func hasRoom() -> Bool {
    let limit = maximumDepth.multipliedReportingOverflow(by: 1_000)
    if limit.overflow || operators.count < limit.partialValue { return true }
    report(.tooDeep, at: token.range, "\(limit.partialValue)")
    return false
  }

  private mutating func pushPrefix() -> Bool {
    guard hasRoom() else { return false }
    let sign = token
    advance()
    operators.append(
      Pending(
        kind: .prefix, precedence: Precedence.minus, start: sign.start, end: sign.end,
        numberStart: token.kind == .number ? token.start : -1))
    return true
  }

  /// A name: a value, the beginning of a call, or of a named argument.
  private mutating func parseName() -> Continuation {
    let name = token
    advance()
    if token.kind == .open, token.line == name.line { return beginCall(name) }
    if token.kind == .colon, let call = operators.last, call.kind == .call,
      Int(call.argumentTerm) == syntax.terms.count
    {
      return nameArgument(name)
    }
    if name.symbol == syntax.words.pi {
      appendNumber(.pi, name)
    } else {
      mentionsNames = true
      append(.name, name.symbol, name.start, name.end)
    }
    return .ended
  }

  /// What follows an operand: operators and closing brackets, up to where the next operand begins.
  private mutating func parseOperators() -> Continuation {
    while true {
      let operation = binary[Int(token.kind.rawValue)]
      if operation.precedence > 0 {
        return pushBinary(operation) ? .operandFollows : .failed
      }
      switch token.kind {
      case .close, .closeList:
        reduce(downTo: 0)
        if operators.isEmpty { return .ended }
        guard closeBracket() else { return .failed }
      case .comma, .colon:
        reduce(downTo: 0)
        guard let bracket = operators.last else { return .ended }
        return nextArgument(of: bracket) ? .operandFollows : .failed
      case .openList:
        guard parseIndex() else { return .failed }
      case .dot:
        guard parseTranspose() else { return .failed }
      case .newline, .endOfText, .equals:
        reduce(downTo: 0)
        guard let bracket = operators.last else { return .ended }
        reportUnclosed(bracket)
        return .failed
      default:
        reportMissingOperator()
        return .failed
      }
    }
  }

  private mutating func pushBinary(_ operation: Binary) -> Bool {
    let isRightAssociative = operation.precedence == Precedence.power
    reduce(downTo: isRightAssociative ? operation.precedence + 1 : operation.precedence)
    guard !isRightAssociative || hasRoom() else { return false }
    operators.append(
      Pending(
        kind: .binary, precedence: operation.precedence, row: operation.row, start: token.start,
        end: token.end))
    advance()
    return true
  }

  /// Applies the waiting operators that bind at least as tightly as `precedence`, up to the
  /// innermost open bracket.
  mutating func reduce(downTo precedence: UInt8) {
    while let top = operators.last, !top.kind.isBracket, top.precedence >= precedence {
      operators.removeLast()
      if top.kind == .prefix {
        negate(top)
      } else {
        let application = Syntax.Term.application(row: Int(top.row), count: 2)
        append(.apply, application, top.start, top.end)
      }
    }
  }

  /// A minus directly before a number is part of the number; elsewhere it is an operation.
  private mutating func negate(_ minus: Pending) {
    let last = syntax.terms.count - 1
    if minus.numberStart >= 0, last >= 0, syntax.terms[last].kind == .number,
      syntax.terms[last].start == minus.numberStart
    {
      syntax.terms[last].start = minus.start
      syntax.numbers[Int(syntax.terms[last].payload)].negate()
    } else if let row = syntax.words.negate {
      append(.apply, Syntax.Term.application(row: row, count: 1), minus.start, minus.end)
    }
  }
}
