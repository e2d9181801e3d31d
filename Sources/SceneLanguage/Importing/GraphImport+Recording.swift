import Autograd

extension GraphImport {
  /// The node that the members describe; nil, and reported, where they describe none.
  mutating func recorded(_ members: Members) -> NodeID? {
    guard let operation = members.operation else {
      if !members.isBroken { reportMissing("operation", among: members.keys, at: members.start) }
      return nil
    }
    switch operation.name {
    case "input": return leafTensor(members).map { graph.input($0) }
    case "parameter": return leafTensor(members).map { graph.parameter($0) }
    case "constant": return leafTensor(members).map { graph.constant($0) }
    default: break
    }
    guard let stated = StatedOperation(operation.name) else {
      mistakes.report(
        .unknownOperation, at: operation.range, operation.name, Self.nearest(to: operation.name))
      return nil
    }
    guard var operands = operands(of: members, for: stated),
      !operands.contains(where: brokenNodes.contains)
    else { return nil }
    if let exponent = stated.exponent {
      operands.append(graph.constant(exponent))
      notes.append(Note())
    }
    return applied(stated.primitive, to: operands, members)
  }

  private mutating func leafTensor(_ members: Members) -> Tensor? {
    guard let value = members.value else {
      if !members.isBroken { reportMissing("value", among: members.keys, at: members.start) }
      return nil
    }
    let shape = members.shape?.value ?? Shape(value.extents)
    elementCount += value.elements.count
    return tensor(value, of: shape, "'value'")
  }

  private mutating func applied(
    _ primitive: Primitive, to operands: [NodeID], _ members: Members
  ) -> NodeID? {
    let (x, y) = (operands[0], operands.count > 1 ? operands[1] : nil)
    guard let attribute = attribute(of: primitive, x, y, members) else { return nil }
    do throws(ShapeMistake) {
      let shape = try graph.shape(of: primitive, x, y, attribute: attribute)
      if let stated = members.shape, stated.value != shape {
        mistakes.report(
          .wrongValue, at: stated.range, "'shape'", "\(shape.extents), which the operands give")
        return nil
      }
      guard hasRoom(for: shape, members) else { return nil }
      return try graph.apply(primitive, x, y, attribute: attribute)
    } catch {
      report(error, of: primitive, operands, members)
      return nil
    }
  }

  private mutating func hasRoom(for shape: Shape, _ members: Members) -> Bool {
    guard shape.count <= room else {
      mistakes.report(
        .tooManyValues, at: members.operation?.range ?? SourceRange(start: 0, end: 0), "\(shape)",
        "\(options.maximumTensorBytes)")
      return false
    }
    elementCount += shape.count
    return true
  }

  /// How many numbers more the values may be.
  var room: Int { options.maximumTensorBytes / 8 - elementCount }

  /// Both shapes, and the operands by their names or ids.
  private mutating func report(
    _ mistake: ShapeMistake, of primitive: Primitive, _ operands: [NodeID], _ members: Members
  ) {
    guard let stated = members.operands else { return }
    let texts = zip(operands, stated.ids).map { notes[$0.index].name ?? "node \($1)" }
    let wording = mistake.wording(of: primitive, x: texts[0], y: texts[texts.count - 1])
    let place =
      switch mistake {
      case .axis, .squeeze: members.axis?.range
      case .index, .indices: members.places?.range
      case .reshape, .uncountable: members.shape?.range
      case .noBroadcast, .inner, .productOfScalar, .empty, .join, .rank: nil as SourceRange?
      }
    // What a scene may leave open, a graph says.
    let repair = if case .reshape = mistake { nil as String? } else { wording.repair }
    mistakes.report(.shape, at: place ?? stated.range, wording.message, repair ?? "")
  }

  /// A key that has to be there is not; perhaps another one was meant to be it.
  mutating func reportMissing(_ key: String, among keys: [String], at start: Int) {
    mistakes.report(
      .missingKey, at: SourceRange(start: start, end: start + 1), key,
      Spelling.nearest(to: key, among: keys) ?? "")
  }
}
