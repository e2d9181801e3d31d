import Autograd

extension Lowering {
  /// A call that is being inlined.
  struct Frame {
    var function: Int
    /// The statement of the body, as an index into `bodies`.
    var line: Int
    /// Where its values begin in `locals`.
    var base: Int
    var group: Int32
    /// Where the caller's expression goes on.
    var cursor: Int
    var end: Int
  }

  /// Records the nodes of an expression whose names are all known, and returns the last one.
  ///
  /// Operands wait on `stack`, calls on `frames`: nothing here calls itself.
  mutating func run(_ current: Syntax.Statement) -> Int32 {
    if !stack.isEmpty { stack.removeAll(keepingCapacity: true) }
    let firstTerm = Int(current.firstTerm)
    var (cursor, lineStart) = (firstTerm, firstTerm)
    var end = Int(current.endTerm)
    guard hasRoom(current, for: certainNodes(in: cursor..<end)) else { return Binding.broken }
    while true {
      if cursor == end {
        guard let value = stack.popLast() else { return Binding.broken }
        guard !frames.isEmpty else { return value }
        (cursor, end) = finishLine(with: value)
        lineStart = frames.last.map { syntax.bodies[$0.line].terms.lowerBound } ?? firstTerm
        continue
      }
      guard hasRoom(current) else {
        frames.removeAll()
        return Binding.broken
      }
      let term = syntax.terms[cursor]
      cursor += 1
      switch term.kind {
      case .number:
        stack.append(graph.constant(syntax.numbers[Int(term.payload)]).rawValue)
        keep(literal: term.range)
      case .name: stack.append(bindings[Int(term.payload)])
      case .local: stack.append(locals[(frames.last?.base ?? 0) + Int(term.payload)])
      case .apply where isScalar && primitives[term.application.row].isElementwise: apply(term)
      case .apply, .tensor, .list, .index, .builtIn:
        let isSound = applyAny(term, at: cursor - 1, from: lineStart, current)
        guard isSound else {
          frames.removeAll()
          layers.removeAll()
          return Binding.broken
        }
      case .call:
        (cursor, end) = enter(term, cursor, end)
        lineStart = cursor
      case .text, .broken: return Binding.broken
      }
    }
  }

  /// How many nodes these terms make at least. Only counted where it matters: in a formula that
  /// could be too long by itself, and is then refused before its nodes are made.
  private func certainNodes(in terms: Range<Int>) -> Int {
    guard terms.count > options.maximumNodes else { return 0 }
    return syntax.terms[terms].count { $0.kind == .number || $0.kind == .apply }
  }

  private mutating func apply(_ term: Syntax.Term) {
    let (row, count) = term.application
    if count < arities[row] {
      for value in primitives[row].defaults.suffix(arities[row] - count) {
        stack.append(graph.constant(value).rawValue)
        keep(literal: nil)
      }
    }
    let second = arities[row] > 1 ? stack.popLast() : nil
    guard let first = stack.popLast() else { return }
    let node = graph.apply(
      primitives[row], NodeID(rawValue: first), second.map { NodeID(rawValue: $0) })
    stack.append(node.rawValue)
    keep(literal: nil)
  }

  /// Begins the body of the called function; its arguments are the last values on the stack.
  private mutating func enter(_ term: Syntax.Term, _ cursor: Int, _ end: Int) -> (Int, Int) {
    let call = syntax.calls[Int(term.payload)]
    guard let index = function(named: call.function) else { return (cursor, end) }
    let function = syntax.functions[index]
    let base = locals.count
    let first = stack.count - call.argumentCount
    locals.append(contentsOf: stack[first...])
    for argument in syntax.namedArguments[term.payload] ?? [] {
      guard let place = function.places[argument.name] else { continue }
      locals[base + Int(place)] = stack[first + argument.position]
    }
    stack.removeLast(call.argumentCount)
    let missing = function.localCount - call.argumentCount
    locals.append(contentsOf: repeatElement(Binding.broken, count: missing))
    callsMade += 1
    callCounts[index] += 1
    let group = Int32(truncatingIfNeeded: groups.count)
    groups.append(
      Scene.Group(
        function: syntax.names[function.name], call: callCounts[index],
        parent: frames.last.map { Int($0.group) }, nodes: graph.count..<graph.count,
        result: NodeID(graph.count)))
    frames.append(
      Frame(
        function: index, line: function.body.lowerBound, base: base, group: group,
        cursor: cursor, end: end))
    return beginLine()
  }

  /// Where the terms of the innermost body's current line are. A line without names is a leaf,
  /// recorded at once.
  private mutating func beginLine() -> (Int, Int) {
    guard let frame = frames.last else { return (0, 0) }
    let line = syntax.bodies[frame.line]
    guard line.mentionsNames else {
      stack.append(leaf(line))
      return (Int(line.endTerm), Int(line.endTerm))
    }
    return (Int(line.firstTerm), Int(line.endTerm))
  }

  /// Keeps the value of a body's line, or returns it to the caller.
  private mutating func finishLine(with value: Int32) -> (Int, Int) {
    let last = frames.count - 1
    let frame = frames[last]
    let function = syntax.functions[frame.function]
    if syntax.bodies[frame.line].kind == .returns {
      frames.removeLast()
      locals.removeLast(locals.count - frame.base)
      closeGroup(Int(frame.group), returning: value)
      stack.append(value)
      return (frame.cursor, frame.end)
    }
    let offset = frame.line - function.body.lowerBound
    locals[frame.base + function.parameters.count + offset] = value
    frames[last].line += 1
    return beginLine()
  }

  /// Begins the group of a network or of one of its layers, which no frame stands for.
  mutating func openGroup(_ function: String) {
    let parent = layers.last ?? frames.last.map(\.group)
    layers.append(Int32(truncatingIfNeeded: groups.count))
    layerCounts[function, default: 0] += 1
    groups.append(
      Scene.Group(
        function: function, call: layerCounts[function, default: 1], parent: parent.map { Int($0) },
        nodes: graph.count..<graph.count, result: NodeID(graph.count)))
  }

  /// Ends the innermost of them; its last node is what it gives.
  mutating func closeGroup() {
    guard let group = layers.popLast() else { return }
    closeGroup(Int(group), returning: Int32(truncatingIfNeeded: graph.count - 1))
  }

  /// A call that made no node, as `def same(x) = x`, leaves no group.
  private mutating func closeGroup(_ index: Int, returning value: Int32) {
    let group = groups[index]
    guard group.nodes.lowerBound < graph.count else {
      groups.removeLast()
      return
    }
    let nodes = group.nodes.lowerBound..<graph.count
    groups[index] = Scene.Group(
      function: group.function, call: group.call, parent: group.parent,
      nodes: nodes,
      result: nodes.contains(Int(value)) ? NodeID(rawValue: value) : NodeID(graph.count - 1))
  }
}
