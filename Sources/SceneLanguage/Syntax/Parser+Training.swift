extension Parser {
  /// What `train(…)` says, while its arguments are read.
  private struct Arguments {
    var steps = 100.0
    var rate: Double?
    var optimizer = Scene.TrainingPlan.Optimizer.sgd
    var momentum = 0.0
    var batch: Double?
    var seed = 0.0
    var zeroesGradients = true
  }

  /// `train(steps: 100, rate: 0.05, …)`, from the bracket on.
  mutating func parseTraining(_ word: Token, into statement: inout Syntax.Statement) -> Bool {
    statement.kind = .training
    let bracket = token
    var arguments = Arguments()
    var seen: [Symbol] = []
    advance()
    while token.kind != .close {
      guard !isAtEndOfStatement else {
        report(.unclosedBracket, at: bracket.range, "(", ")")
        return false
      }
      guard let name = parseExpectedName() else { return false }
      guard !seen.contains(name.symbol) else {
        report(.repeatedArgument, at: name.range, spelling(name))
        return false
      }
      seen.append(name.symbol)
      guard token.kind == .colon else { return reportExpected(":") }
      advance()
      guard parseArgument(name, into: &arguments) else { return false }
      if token.kind == .comma { advance() } else if token.kind != .close { break }
    }
    guard token.kind == .close else { return reportExpected(")") }
    advance()
    guard let rate = arguments.rate else {
      report(.missingRate, at: word.range)
      return false
    }
    statement.detail = Int32(truncatingIfNeeded: syntax.trainings.count)
    syntax.trainings.append(
      Syntax.Training(
        plan: Scene.TrainingPlan(
          steps: Int(arguments.steps), rate: rate, optimizer: arguments.optimizer,
          momentum: arguments.momentum, batch: arguments.batch.map { Int($0) },
          seed: Int(arguments.seed), zeroesGradients: arguments.zeroesGradients)))
    return true
  }

  private mutating func parseArgument(_ name: Token, into arguments: inout Arguments) -> Bool {
    let words = syntax.words
    switch name.symbol {
    case words.optimizer: return parseOptimizer(into: &arguments)
    case words.zeroGrad: return parseZeroing(into: &arguments)
    case words.seed:
      guard let (seed, range) = parseConstant() else { return false }
      guard seed.magnitude <= 1e15, seed == seed.rounded() else {
        report(.wrongArgument, at: range, spelling(name), "a whole number")
        return false
      }
      arguments.seed = seed
    case words.steps, words.batch:
      guard let (count, range) = parseConstant() else { return false }
      guard count >= 1, count <= 1e9, count == count.rounded() else {
        report(.wrongArgument, at: range, spelling(name), "a whole number from 1 to 1e9")
        return false
      }
      if name.symbol == words.steps { arguments.steps = count } else { arguments.batch = count }
    case words.rate, words.momentum:
      guard let (value, range) = parseConstant() else { return false }
      guard value.isFinite else {
        report(.wrongArgument, at: range, spelling(name), "a finite number")
        return false
      }
      if name.symbol == words.rate { arguments.rate = value } else { arguments.momentum = value }
    default:
      report(.unknownArgument, at: name.range, "train", spelling(name))
      return false
    }
    return true
  }

  /// `zero_grad: off`, the mistake that every learner makes once.
  private mutating func parseZeroing(into arguments: inout Arguments) -> Bool {
    guard let word = parseExpectedName() else { return false }
    guard ["on", "off"].contains(spelling(word)) else {
      report(.wrongArgument, at: word.range, "zero_grad", "on or off")
      return false
    }
    arguments.zeroesGradients = spelling(word) == "on"
    return true
  }

  private mutating func parseOptimizer(into arguments: inout Arguments) -> Bool {
    guard let name = parseExpectedName() else { return false }
    guard let optimizer = Scene.TrainingPlan.Optimizer(rawValue: spelling(name)) else {
      report(.wrongArgument, at: name.range, "optimizer", "sgd, momentum or adam")
      return false
    }
    arguments.optimizer = optimizer
    return true
  }
}
