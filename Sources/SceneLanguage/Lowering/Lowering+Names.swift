import Autograd

extension Lowering {
  /// Looks up every name of an expression; false when one has no meaning, or a broken one.
  ///
  /// In a body the names of its own scope become places among the values of a call.
  mutating func resolve(
    _ current: Syntax.Statement, locals places: [Symbol: Int32], function: Symbol
  ) -> Bool {
    guard current.mentionsNames else { return true }
    var isSound = true
    for index in current.terms {
      let term = syntax.terms[index]
      switch term.kind {
      case .number, .apply, .local, .tensor, .list, .index, .builtIn: continue
      case .name:
        if function >= 0, let place = places[term.payload] {
          syntax.terms[index].kind = .local
          syntax.terms[index].payload = place
        } else if bindings[Int(term.payload)] < 0 {
          reportName(term, in: current)
          isSound = false
        }
      case .call:
        if !resolveCall(syntax.calls[Int(term.payload)], term, function) { isSound = false }
      case .text:
        mistakes.report(.unexpected, at: term.range, source[term.range])
        isSound = false
      case .broken: isSound = false
      }
    }
    return isSound
  }

  private mutating func reportName(_ term: Syntax.Term, in current: Syntax.Statement) {
    let symbol = Int(term.payload)
    switch bindings[symbol] {
    case Binding.broken where functions[symbol] < 0: return
    case Binding.broken, Binding.function:
      mistakes.report(.functionAsValue, at: term.range, source[term.range])
      return
    default: break
    }
    if term.payload == current.name, current.kind != .returns {
      mistakes.report(.usedInItself, at: term.range, source[term.range])
    } else if let line = laterLine(of: term.payload) {
      mistakes.report(.usedTooEarly, at: term.range, source[term.range], "\(line)")
    } else if syntax.words.isFunction(term.payload) {
      mistakes.report(.functionAsValue, at: term.range, source[term.range])
    } else {
      mistakes.report(
        .unknownName, at: term.range, source[term.range], nearest(to: source[term.range]))
    }
    // Said once: the same name further down is the same mistake.
    bindings[symbol] = Binding.broken
  }

  private mutating func resolveCall(
    _ call: Syntax.Call, _ term: Syntax.Term, _ function: Symbol
  ) -> Bool {
    let symbol = Int(call.function)
    if call.function == function {
      mistakes.report(.recursion, at: term.range, source[term.range])
      return false
    }
    guard let index = self.function(named: call.function) else {
      reportFunction(call, term)
      return false
    }
    guard bindings[symbol] == Binding.function || functions[symbol] < 0 else { return false }
    return checkArguments(of: term, call, index)
  }

  /// The function a call means: one of the scene, or of the prelude.
  func function(named symbol: Symbol) -> Int? {
    functions[Int(symbol)] >= 0
      ? Int(functions[Int(symbol)])
      : syntax.preludeFunctions.first { syntax.functions[$0].name == symbol }
  }

  private mutating func reportFunction(_ call: Syntax.Call, _ term: Syntax.Term) {
    let symbol = Int(call.function)
    if bindings[symbol] == Binding.broken { return }
    if bindings[symbol] >= 0 {
      mistakes.report(.valueAsFunction, at: term.range, source[term.range])
    } else if let line = laterLine(of: call.function) {
      mistakes.report(.usedTooEarly, at: term.range, source[term.range], "\(line)")
      bindings[symbol] = Binding.broken
    } else {
      mistakes.report(
        .unknownFunction, at: term.range, source[term.range], nearest(to: source[term.range]))
    }
  }

  /// Whether the arguments fill the parameters, each once.
  private mutating func checkArguments(
    of term: Syntax.Term, _ call: Syntax.Call, _ index: Int
  ) -> Bool {
    let parameters = syntax.functions[index].parameters
    guard call.argumentCount == parameters.count else {
      mistakes.report(
        .argumentCount, at: term.range, source[term.range],
        Parser.counted(parameters.count...parameters.count, given: call.argumentCount))
      return false
    }
    var named = syntax.namedArguments[term.payload] ?? []
    named.sort { $0.position < $1.position }
    guard let firstNamed = named.first?.position else { return true }
    var filled = Set(parameters[..<firstNamed])
    for argument in named {
      let name = source[argument.range]
      guard syntax.functions[index].places[argument.name] != nil else {
        mistakes.report(.unknownArgument, at: argument.range, source[term.range], name)
        return false
      }
      guard filled.insert(argument.name).inserted else {
        mistakes.report(.repeatedArgument, at: argument.range, name)
        return false
      }
    }
    return true
  }

  /// The line further down that defines a name.
  private mutating func laterLine(of symbol: Symbol) -> Int32? {
    if laterLines == nil {
      var lines = [Int32](repeating: 0, count: syntax.names.count)
      for later in syntax.statements[Int(statement)...] where later.definesName {
        if lines[Int(later.name)] == 0 { lines[Int(later.name)] = later.line }
      }
      laterLines = lines
    }
    guard let line = laterLines?[Int(symbol)], line > 0 else { return nil }
    return line
  }

  /// The known name that is spelled most like this one: names of the scene first, the latest
  /// first, then functions.
  func nearest(to name: String) -> String {
    guard !mistakes.isFull else { return "" }
    let recent = defined.suffix(2_000).reversed().map { syntax.names[$0] }
    let functions = primitives.compactMap { primitive in
      if case .call = primitive.notation { primitive.name } else { nil }
    }
    let known = functions + BuiltIn.all.map(\.name) + Prelude.names
    return Spelling.nearest(to: name, among: recent + ["pi"] + known) ?? ""
  }
}

extension Syntax.Statement {
  var definesName: Bool {
    switch kind {
    case .input, .parameter, .constant, .function: name >= 0
    case .fold, .output, .expectation, .training, .returns, .nothing: false
    }
  }
}
