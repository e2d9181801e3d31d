import Autograd

extension Parser {
  /// Turns a call whose bracket has just been closed into a term.
  mutating func finishCall(_ bracket: Pending) {
    let index = Int(bracket.call)
    let isEmpty =
      syntax.terms.count == Int(bracket.firstTerm) && syntax.arguments[bracket.call] == nil
      && !brokenCalls.contains(bracket.call)
    let count = isEmpty ? 0 : Int(bracket.argumentCount) + 1
    syntax.calls[index].argumentCount = count
    let call = syntax.calls[index]
    guard namesComeLast(bracket.call, count: count) else {
      report(.positionalAfterNamed, at: call.name)
      return abandon(bracket)
    }
    if !definedFunctions.contains(call.function) {
      if let row = syntax.words.row(of: call.function) {
        return apply(row: row, call, bracket)
      }
      if bracket.builtIn >= 0 { return finishBuiltIn(call, bracket, count: count) }
    }
    mentionsNames = true
    append(.call, bracket.call, Int32(call.name.start), Int32(call.name.end))
  }

  private func namesComeLast(_ call: Int32, count: Int) -> Bool {
    guard let named = syntax.namedArguments[call], let first = named.first else { return true }
    return first.position + named.count == count
  }

  private mutating func apply(row: Int, _ call: Syntax.Call, _ bracket: Pending) {
    let primitive = Primitive.all[row]
    let smallest = primitive.arity - primitive.defaults.count
    guard (smallest...primitive.arity).contains(call.argumentCount) else {
      report(
        .argumentCount, at: call.name, primitive.name,
        Self.counted(smallest...primitive.arity, given: call.argumentCount))
      return abandon(bracket)
    }
    for argument in syntax.namedArguments[bracket.call] ?? [] {
      guard argument.position >= smallest, argument.name == syntax.words.slope else {
        report(.unknownArgument, at: argument.range, primitive.name, lexer.names[argument.name])
        return abandon(bracket)
      }
    }
    append(
      .apply, Syntax.Term.application(row: row, count: call.argumentCount),
      Int32(call.name.start), Int32(call.name.end))
  }

  /// `2 arguments, not 3`, for the sentence that a call has too many or too few.
  static func counted(_ allowed: ClosedRange<Int>, given: Int) -> String {
    let range =
      allowed.count == 1
      ? "\(allowed.lowerBound)"
      : "\(allowed.lowerBound) \(allowed.count == 2 ? "or" : "to") \(allowed.upperBound)"
    return "\(range) argument\(allowed.upperBound == 1 ? "" : "s"), not \(given)"
  }

  /// Replaces a wrong call by a term about which nothing more is said.
  mutating func abandon(_ bracket: Pending) {
    syntax.terms.removeLast(syntax.terms.count - Int(bracket.firstTerm))
    mentionsNames = true
    append(.broken, 0, bracket.start, bracket.end)
  }
}
