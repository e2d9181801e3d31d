import Autograd

extension Lowering {
  /// What may stand before or after the definitions it speaks of: `expect`, `output`, `fold`,
  /// `train`.
  mutating func resolveClaims() {
    guard !isFull else { return }
    // At the end of the text every definition is further up.
    laterLines = [Int32](repeating: 0, count: syntax.names.count)
    var outputLine: Int32 = 0
    var trainingLine: Int32 = 0
    for index in syntax.statements.indices where !mistakes.isHopeless {
      let current = syntax.statements[index]
      guard !current.isBroken else { continue }
      switch current.kind {
      case .expectation: expect(current)
      case .fold: fold(current)
      case .output where outputLine > 0:
        mistakes.report(.secondOutput, at: current.nameRange, "", "\(outputLine)")
      case .output:
        outputLine = current.line
        output = node(named: current)
      case .training where trainingLine > 0:
        mistakes.report(.secondTraining, at: current.nameRange, "", "\(trainingLine)")
      case .training:
        trainingLine = current.line
        training = syntax.trainings[Int(current.detail)].plan
      case .input, .parameter, .constant, .function, .returns, .nothing:
        break
      }
    }
    if let name = options.output { output = chosenOutput(name) }
    if output == nil, outputLine == 0 {
      output = defined.last { bindings[Int($0)] >= 0 }
        .map { NodeID(rawValue: bindings[Int($0)]) }
    }
  }

  private mutating func chosenOutput(_ name: String) -> NodeID? {
    let symbol = syntax.names.symbol(of: name)
    if Int(symbol) < bindings.count, bindings[Int(symbol)] != Binding.unbound {
      let value = bindings[Int(symbol)]
      if value >= 0 { return NodeID(rawValue: value) }
      if value == Binding.broken { return nil }
    }
    mistakes.report(
      .unknownOutput, at: SourceRange(start: 0, end: 0), name, nearest(to: name))
    return nil
  }

  /// The node a claim speaks of; nil, and reported, where there is none.
  private mutating func node(named current: Syntax.Statement) -> NodeID? {
    let value = bindings[Int(current.name)]
    if value >= 0 { return NodeID(rawValue: value) }
    let name = source[current.nameRange]
    if value == Binding.function {
      mistakes.report(.functionAsValue, at: current.nameRange, name)
    } else if value == Binding.unbound {
      mistakes.report(.unknownName, at: current.nameRange, name, nearest(to: name))
      bindings[Int(current.name)] = Binding.broken
    }
    return nil
  }

  private mutating func expect(_ current: Syntax.Statement) {
    let claim = syntax.expectations[Int(current.detail)]
    let node = node(named: current)
    guard let value = claimedValue(current), let node else { return }
    guard value.shape == graph.shape(of: node) else {
      mistakes.report(
        .expectedShape, at: current.range, "\(value.shape)", "\(graph.shape(of: node))")
      return
    }
    if claim.isGradient, graph.operation(of: node) == .constant {
      mistakes.report(.gradientOfConstant, at: current.nameRange, source[current.nameRange])
      return
    }
    expectations.append(
      Scene.Expectation(
        node: node, name: source[current.nameRange], isGradient: claim.isGradient, value: value,
        tolerance: claim.tolerance, line: Int(current.line)))
  }

  /// What an expectation states; nil, and reported, where that is no number.
  private mutating func claimedValue(_ current: Syntax.Statement) -> Tensor? {
    if let value = syntax.constantValue(of: current.terms) { return Tensor(value) }
    guard !current.mentionsNames else {
      let isReported = syntax.terms[current.terms].contains { $0.kind == .broken }
      if !isReported { mistakes.report(.expectedNumber, at: current.range) }
      return nil
    }
    return constant(current)
  }

  private mutating func fold(_ current: Syntax.Statement) {
    let symbol = Int(current.name)
    let name = source[current.nameRange]
    if functions[symbol] >= 0 || syntax.words.isPrelude(current.name) && bindings[symbol] < 0 {
      if !folds.contains(name) { folds.append(name) }
    } else if bindings[symbol] >= 0 || syntax.words.isFunction(current.name) {
      mistakes.report(.foldOfPrimitive, at: current.nameRange, name)
    } else if bindings[symbol] != Binding.broken {
      mistakes.report(.unknownFunction, at: current.nameRange, name, nearest(to: name))
    }
  }
}
