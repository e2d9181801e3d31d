import Autograd

extension Parser {
  /// Takes the argument that has just been read out of the formula where it is no operand: a shape,
  /// a seed, a word.
  mutating func takeSetting(of bracket: Pending) {
    guard bracket.builtIn >= 0, syntax.terms.count > Int(bracket.argumentTerm) else { return }
    let builtIn = BuiltIn.all[Int(bracket.builtIn)]
    let position = Int(bracket.argumentCount)
    let named = syntax.namedArguments[bracket.call]?.last { $0.position == position }
    guard named != nil || position >= builtIn.operands.upperBound else { return }
    let terms = Int(bracket.argumentTerm)..<syntax.terms.count
    if let value = setting(of: terms) {
      keep(value, named: named, of: bracket.call)
    } else {
      if !syntax.terms[terms].contains(where: { $0.kind == .broken }) {
        let (first, last) = (syntax.terms[terms.lowerBound], syntax.terms[terms.upperBound - 1])
        report(.expectedNumber, at: SourceRange(start: Int(first.start), end: Int(last.end)))
      }
      brokenCalls.insert(bracket.call)
    }
    syntax.terms.removeLast(terms.count)
    mentionsNames = bracket.mentionedNames
  }

  private mutating func keep(
    _ value: Arguments.Value, named: Syntax.NamedArgument?, of call: Int32
  ) {
    let range = syntax.calls[Int(call)].name
    var arguments = syntax.arguments[call] ?? Arguments(range: range)
    if let named {
      arguments.named.append((lexer.names[named.name], value, named.range))
    } else {
      arguments.settings.append(value)
    }
    syntax.arguments[call] = arguments
  }

  private func setting(of terms: Range<Int>) -> Arguments.Value? {
    if terms.count == 1 {
      let term = syntax.terms[terms.lowerBound]
      switch term.kind {
      case .name: return .word(spelling(of: term))
      case .text: return .text(String(spelling(of: term).dropFirst().dropLast()))
      case .tensor:
        let tensor = syntax.tensors[Int(term.payload)]
        return tensor.shape.rank == 1 ? .numbers(tensor.elements) : nil
      case .number, .local, .apply, .call, .list, .index, .builtIn, .broken: break
      }
    }
    return syntax.constantValue(of: terms).map { .number($0) }
  }

  private func spelling(of term: Syntax.Term) -> String {
    String(decoding: lexer.bytes[Int(term.start)..<Int(term.end)], as: UTF8.self)
  }

  /// Turns a call of a built-in function into a term, where it has the right arguments.
  mutating func finishBuiltIn(_ call: Syntax.Call, _ bracket: Pending, count: Int) {
    let builtIn = BuiltIn.all[Int(bracket.builtIn)]
    let named = syntax.namedArguments[bracket.call] ?? []
    guard hasRightCount(builtIn, call, count: count - named.count),
      hasKnownNames(builtIn, named), !brokenCalls.contains(bracket.call)
    else { return abandon(bracket) }
    append(
      .builtIn, Int32(truncatingIfNeeded: syntax.builtInCalls.count), Int32(call.name.start),
      Int32(call.name.end))
    syntax.builtInCalls.append(
      Syntax.BuiltInCall(
        row: Int(bracket.builtIn),
        operandCount: min(count - named.count, builtIn.operands.upperBound), call: bracket.call))
  }

  private mutating func hasRightCount(
    _ builtIn: BuiltIn, _ call: Syntax.Call, count: Int
  ) -> Bool {
    let fewest = builtIn.operands.lowerBound + builtIn.settings.lowerBound
    let most = builtIn.operands.upperBound + builtIn.settings.upperBound
    if count >= fewest, count <= most { return true }
    let scalar = Primitive.named(builtIn.name + "imum")?.name
    if let scalar, count > 1 {
      report(.tensorExtreme, at: call.name, builtIn.name, scalar)
    } else {
      let counted = Self.counted(fewest...most, given: count)
      report(.argumentCount, at: call.name, builtIn.name, counted)
    }
    return false
  }

  private mutating func hasKnownNames(
    _ builtIn: BuiltIn, _ named: [Syntax.NamedArgument]
  ) -> Bool {
    var seen: [Symbol] = []
    for argument in named {
      let name = lexer.names[argument.name]
      guard builtIn.named.contains(name) else {
        report(.unknownArgument, at: argument.range, builtIn.name, name)
        return false
      }
      guard !seen.contains(argument.name) else {
        report(.repeatedArgument, at: argument.range, name)
        return false
      }
      seen.append(argument.name)
    }
    return true
  }
}
