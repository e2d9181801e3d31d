import Autograd
import DataSets

// Right sides without names: their value is worked out once and becomes a leaf.

extension Lowering {
  /// A leaf that holds the tensor a right side spells.
  mutating func tensorLeaf(_ current: Syntax.Statement) -> Int32 {
    guard let tensor = constant(current) else { return Binding.broken }
    return append(tensor, current.kind, literal: current.range)
  }

  mutating func append(
    _ tensor: Tensor, _ kind: Syntax.Statement.Kind, literal: SourceRange?
  ) -> Int32 {
    let node =
      switch kind {
      case .parameter: graph.parameter(tensor)
      case .constant, .returns: graph.constant(tensor)
      default: graph.input(tensor)
      }
    elementCount += tensor.shape.count
    keep(literal: literal)
    return node.rawValue
  }

  /// `X, y = moons(…)`: a leaf for each name.
  mutating func defineSeveral(_ current: Syntax.Statement) {
    let names = syntax.nameLists[Int(current.detail)]
    var tensors: [Tensor]?
    if !current.isBroken, resolve(current, locals: [:], function: -1) {
      tensors = current.mentionsNames ? nil : constants(current)
      if current.mentionsNames {
        mistakes.report(.severalFromNames, at: current.range)
      } else if let count = tensors?.count, count != names.count {
        mistakes.report(.wrongNameCount, at: current.range, "\(count)", "\(names.count)")
        tensors = nil
      }
    }
    for (index, name) in names.enumerated() {
      var single = current
      (single.name, single.nameStart, single.nameEnd) = (name.symbol, name.start, name.end)
      guard let tensors, hasRoom(current) else {
        bind(single, to: Binding.broken)
        continue
      }
      let node = append(tensors[index], current.kind, literal: nil)
      if bind(single, to: node) { details[Int(node)].name = syntax.names[name.symbol] }
    }
  }

  /// The one tensor a right side without names spells; nil, and reported, where it spells none.
  mutating func constant(_ current: Syntax.Statement) -> Tensor? {
    guard let tensors = constants(current) else { return nil }
    guard tensors.count == 1 else {
      mistakes.report(.wrongNameCount, at: current.range, "\(tensors.count)", "1")
      return nil
    }
    return tensors[0]
  }

  /// Its values, several where a generator gives several; nil, and reported, where there are none.
  private mutating func constants(_ current: Syntax.Statement) -> [Tensor]? {
    var stack: [Tensor] = []
    for place in current.terms {
      let term = syntax.terms[place]
      switch term.kind {
      case .number: stack.append(Tensor(syntax.numbers[Int(term.payload)]))
      case .tensor: stack.append(syntax.tensors[Int(term.payload)])
      case .builtIn:
        let call = syntax.builtInCalls[Int(term.payload)]
        if case .leaf = BuiltIn.all[call.row].meaning {
          guard let made = leafValues(of: term, for: current) else { return nil }
          if current.terms.count == 1 { return made }
          stack += made
          continue
        }
        guard replaceOperands(on: &stack, by: term, at: place, in: current) else { return nil }
      case .apply, .list, .index:
        guard replaceOperands(on: &stack, by: term, at: place, in: current) else { return nil }
      case .name, .local, .call, .text, .broken: return nil
      }
    }
    return stack.count == 1 ? stack : nil
  }

  /// Works out one operation on constants, on a tape of its own.
  private mutating func replaceOperands(
    on stack: inout [Tensor], by term: Syntax.Term, at place: Int, in current: Syntax.Statement
  ) -> Bool {
    let count = syntax.operandCount(of: term)
    guard stack.count >= count else { return false }
    let operands = Array(stack.suffix(count))
    stack.removeLast(count)
    let saved = (graph, details, elementCount, self.stack)
    (graph, details) = (Graph(), [])
    let nodes = operands.map { graph.constant($0) }
    details = []
    self.stack = nodes.map(\.rawValue)
    let isSound = applyAny(term, at: place, from: current.terms.lowerBound, current)
    let result = self.stack.last.map { NodeID(rawValue: $0) }
    let scratch = graph
    (graph, details, elementCount, self.stack) = saved
    guard isSound, let result else { return false }
    stack.append(scratch.value(of: result, in: scratch.forward()))
    return true
  }

  /// What a generator makes; nil, and reported, where it cannot.
  mutating func leafValues(of term: Syntax.Term, for current: Syntax.Statement) -> [Tensor]? {
    let call = syntax.builtInCalls[Int(term.payload)]
    let builtIn = BuiltIn.all[call.row]
    guard case .leaf(let make) = builtIn.meaning else { return nil }
    let arguments = arguments(of: call, term, for: current)
    do {
      return try make(arguments)
    } catch {
      report(error, of: arguments)
      return nil
    }
  }

  /// What a call says beside its operands, with the seed it has if it names none: from the name
  /// that is being defined, so that adding a line changes no other values.
  mutating func arguments(
    of call: Syntax.BuiltInCall, _ term: Syntax.Term, for current: Syntax.Statement
  ) -> Arguments {
    var arguments = syntax.arguments[call.call] ?? Arguments(range: term.range)
    let name = current.name >= 0 ? syntax.names[current.name] : ""
    arguments.defaultSeed = name.seed &+ randomCalls
    arguments.room = max(0, options.maximumTensorBytes / 8 - elementCount) * 8
    arguments.open = options.open
    randomCalls += 1
    return arguments
  }

  mutating func report(_ error: any Error, of arguments: Arguments) {
    if let mistake = error as? ArgumentMistake {
      mistakes.report(
        .wrongArgument, at: arguments.range, mistake.argument, mistake.requirement)
    } else if let mistake = error as? FileMistake {
      mistakes.report(.data, at: arguments.range, mistake.message, mistake.repair)
    } else if let mistake = error as? DataMistake {
      mistakes.report(.data, at: arguments.range, mistake.message, mistake.repair)
    }
  }
}

extension String {
  /// A number from the name's bytes: FNV-1a of 32 bits (Fowler, Noll and Vo, 1991).
  fileprivate var seed: Int {
    Int(utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 })
  }
}

extension Syntax {
  /// How many values before a term it is applied to.
  func operandCount(of term: Term) -> Int {
    switch term.kind {
    case .number, .name, .local, .tensor, .text, .broken: 0
    case .apply: term.application.count
    case .call: calls[Int(term.payload)].argumentCount
    case .list: Int(term.payload)
    case .index: 1
    case .builtIn: builtInCalls[Int(term.payload)].operandCount
    }
  }
}
