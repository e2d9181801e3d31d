import Autograd

// Everything that is no element-wise primitive on numbers.

extension Lowering {
  /// Records the nodes of a term whose operands are the last values on the stack; false, and
  /// reported, where they do not fit.
  ///
  /// - Parameters:
  ///   - place: where the term is among the terms, and `start` where its line begins: that is how
  ///     a message finds the operands' text.
  mutating func applyAny(
    _ term: Syntax.Term, at place: Int, from start: Int, _ current: Syntax.Statement
  ) -> Bool {
    let site = Site(term: term, place: place, start: start, statement: current)
    switch term.kind {
    case .tensor:
      guard hasRoom(site, for: syntax.tensors[Int(term.payload)].shape) else { return false }
      stack.append(append(syntax.tensors[Int(term.payload)], .constant, literal: term.range))
      return true
    case .apply: return applyPrimitive(site)
    case .index:
      let places = syntax.places[Int(term.payload)]
      return record(.row("index"), count: 1, .places(places), site)
    case .list: return join(Int(term.payload), axis: 0, isStack: true, site)
    case .builtIn: return applyBuiltIn(site)
    case .number, .name, .local, .call, .text, .broken: return false
    }
  }

  /// Where in the text an operation stands.
  struct Site {
    let term: Syntax.Term
    let place: Int
    let start: Int
    let statement: Syntax.Statement
  }

  private mutating func applyPrimitive(_ site: Site) -> Bool {
    let (row, count) = site.term.application
    let missing = arities[row] - count
    for value in primitives[row].defaults.suffix(missing) {
      stack.append(graph.constant(value).rawValue)
      elementCount += 1
      keep(literal: nil)
    }
    return record(primitives[row], count: arities[row], .none, site)
  }

  /// Replaces the last `count` values on the stack by the primitive's node.
  mutating func record(
    _ primitive: Primitive, count: Int, _ attribute: Attribute, _ site: Site
  ) -> Bool {
    guard stack.count >= count, let first = stack.dropLast(count - 1).last else { return false }
    let x = NodeID(rawValue: first)
    let y = count > 1 ? stack.last.map { NodeID(rawValue: $0) } : nil
    do throws(ShapeMistake) {
      let shape = try graph.shape(of: primitive, x, y, attribute: attribute)
      guard hasRoom(site, for: shape) else { return false }
      let node = try graph.apply(primitive, x, y, attribute: attribute)
      elementCount += shape.count
      stack.removeLast(count)
      stack.append(node.rawValue)
      keep(literal: nil)
      return true
    } catch {
      report(error, of: primitive, site)
      return false
    }
  }

  /// Whether the values may become so many more; reported once where not.
  mutating func hasRoom(_ site: Site, for shape: Shape) -> Bool {
    guard hasRoom(site.statement) else { return false }
    let bytes = (elementCount + shape.count).multipliedReportingOverflow(by: 8)
    guard bytes.overflow || bytes.partialValue > options.maximumTensorBytes else { return true }
    isFull = true
    mistakes.report(
      .tooManyValues, at: place(of: site), "\(shape)", "\(options.maximumTensorBytes)")
    return false
  }

  private mutating func applyBuiltIn(_ site: Site) -> Bool {
    let call = syntax.builtInCalls[Int(site.term.payload)]
    switch BuiltIn.all[call.row].meaning {
    case .primitive(let primitive, let attribute):
      let arguments = arguments(of: call, site.term, for: site.statement)
      do {
        return record(primitive, count: call.operandCount, try attribute(arguments), site)
      } catch {
        report(error, of: arguments)
        return false
      }
    case .join(let isStack): return join(call, isStack: isStack, site)
    case .dot: return dot(site)
    case .leaf:
      guard let made = leafValues(of: site.term, for: site.statement), made.count == 1 else {
        return false
      }
      stack.append(append(made[0], .constant, literal: nil))
      return true
    case .network: return network(call, site)
    }
  }

  /// The inner product of vectors, the product of matrices, or that of numbers.
  private mutating func dot(_ site: Site) -> Bool {
    guard stack.count >= 2 else { return false }
    let hasNumber = stack.suffix(2).contains {
      graph.shape(of: NodeID(rawValue: $0)) == .scalar
    }
    return record(hasNumber ? .multiply : .matmul, count: 2, .none, site)
  }

  private mutating func join(
    _ call: Syntax.BuiltInCall, isStack: Bool, _ site: Site
  ) -> Bool {
    let arguments = arguments(of: call, site.term, for: site.statement)
    do {
      let axis = try arguments.whole("axis") ?? 0
      return join(call.operandCount, axis: axis, isStack: isStack, site)
    } catch {
      report(error, of: arguments)
      return false
    }
  }

  /// One behind the other, two at a time; for a stack along an axis that each gets first.
  private mutating func join(_ count: Int, axis: Int, isStack: Bool, _ site: Site) -> Bool {
    guard stack.count >= count, count > 0 else { return false }
    let operands = Array(stack.suffix(count))
    stack.removeLast(count)
    for (index, operand) in operands.enumerated() {
      stack.append(operand)
      if isStack, !insertAxis(axis, site) { return false }
      if index > 0, !record(.row("concat"), count: 2, .axis(axis), site) { return false }
    }
    return true
  }

  private mutating func insertAxis(_ axis: Int, _ site: Site) -> Bool {
    guard let top = stack.last else { return false }
    var extents = graph.shape(of: NodeID(rawValue: top)).extents
    let place = axis < 0 ? axis + extents.count + 1 : axis
    guard (0...extents.count).contains(place) else {
      report(.axis(axis, Shape(extents)), of: .row("concat"), site)
      return false
    }
    extents.insert(1, at: place)
    return record(.row("reshape"), count: 1, .extents(extents), site)
  }
}
