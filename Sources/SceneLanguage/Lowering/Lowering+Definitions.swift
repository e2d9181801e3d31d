import Autograd

extension Lowering {
  /// `x = 2`, `param w = …`, `const y = …`, `a = w * x`.
  mutating func define(_ current: Syntax.Statement) {
    let firstNode = Int32(truncatingIfNeeded: graph.count)
    var value = Binding.broken
    randomCalls = 0
    if current.detail >= 0 { return defineSeveral(current) }
    if !current.isBroken, resolve(current, locals: [:], function: -1) {
      value = current.mentionsNames ? computed(current) : leaf(current)
    }
    guard bind(current, to: value), value >= firstNode else { return }
    guard details[Int(value)].name == nil else { return }
    details[Int(value)].name = syntax.names[current.name]
  }

  private mutating func computed(_ current: Syntax.Statement) -> Int32 {
    guard current.kind == .input else {
      let word = current.kind == .parameter ? "param" : "const"
      mistakes.report(.leafFromNames, at: current.range, word)
      return Binding.broken
    }
    return run(current)
  }

  /// A leaf that holds the value of a right side without names.
  mutating func leaf(_ current: Syntax.Statement) -> Int32 {
    guard hasRoom(current) else { return Binding.broken }
    guard let value = syntax.constantValue(of: current.terms) else { return tensorLeaf(current) }
    let node =
      switch current.kind {
      case .parameter: graph.parameter(value)
      case .constant, .returns: graph.constant(value)
      default: graph.input(value)
      }
    keep(literal: current.range)
    return node.rawValue
  }

  /// Gives a statement's name its meaning; false when it has one already.
  @discardableResult
  mutating func bind(_ current: Syntax.Statement, to value: Int32) -> Bool {
    guard current.name >= 0 else { return false }
    let symbol = Int(current.name)
    if current.name == syntax.words.pi {
      mistakes.report(.builtIn, at: current.nameRange, "pi")
      return false
    }
    guard definitionLines[symbol] == 0 else {
      mistakes.report(
        .definedTwice, at: current.nameRange, source[current.nameRange],
        "\(definitionLines[symbol])")
      return false
    }
    definitionLines[symbol] = current.line
    bindings[symbol] = value
    defined.append(current.name)
    return true
  }

  /// Remembers what the text says about the node that was just recorded.
  mutating func keep(literal: SourceRange?) {
    let frame = frames.last
    let isPrelude = frame.map { syntax.preludeFunctions.contains($0.function) } ?? false
    details.append(
      Scene.NodeDetail(
        name: nil, statement: statement, body: isPrelude ? -1 : Int32(frame?.line ?? -1),
        group: layers.last ?? frame?.group ?? -1, literal: isPrelude ? nil : literal))
  }

  /// Whether so many nodes more may be recorded, at least one; reported once where not.
  mutating func hasRoom(_ current: Syntax.Statement, for count: Int = 1) -> Bool {
    if isFull { return false }
    guard graph.count + max(1, count) <= options.maximumNodes, callsMade <= options.maximumNodes
    else {
      isFull = true
      mistakes.report(.tooManyNodes, at: current.nameRange, "\(options.maximumNodes)")
      return false
    }
    return true
  }

  /// `def f(x) = …`: its body is looked through once, here, whether it is called or not.
  mutating func declare(_ current: Syntax.Statement) {
    guard current.detail >= 0, Int(current.detail) < syntax.functions.count else { return }
    let index = Int(current.detail)
    guard !isReserved(current.name) else {
      mistakes.report(.builtIn, at: current.nameRange, source[current.nameRange])
      return
    }
    guard bind(current, to: Binding.function) else { return }
    let isSound = lookThrough(index, named: current.name)
    functions[Int(current.name)] = current.detail
    if !isSound { bindings[Int(current.name)] = Binding.broken }
  }

  /// Whether a function of this name would never be called: the language has one. Those of the
  /// prelude give way to the scene's own.
  private func isReserved(_ symbol: Symbol) -> Bool {
    guard let row = syntax.words.row(of: symbol) else {
      return syntax.words.builtIn(symbol) != nil
    }
    if case .call = primitives[row].notation { return true }
    return false
  }

  /// Makes the names of a function's body places among the values of a call; false where the body
  /// has a mistake.
  mutating func lookThrough(_ index: Int, named name: Symbol) -> Bool {
    var places = syntax.functions[index].places
    let parameters = Int32(truncatingIfNeeded: places.count)
    let body = syntax.functions[index].body
    var isSound = !syntax.functions[index].isBroken
    for (offset, line) in body.enumerated() {
      let inner = syntax.bodies[line]
      if !inner.isBroken, !resolve(inner, locals: places, function: name) {
        isSound = false
      }
      guard inner.kind != .returns, inner.name >= 0 else { continue }
      if places[inner.name] != nil { isSound = reportRepeated(inner) }
      places[inner.name] = parameters + Int32(truncatingIfNeeded: offset)
    }
    syntax.functions[index].localCount = Int(parameters) + body.count
    return isSound
  }

  private mutating func reportRepeated(_ inner: Syntax.Statement) -> Bool {
    mistakes.report(.definedInBody, at: inner.nameRange, source[inner.nameRange])
    return false
  }
}
