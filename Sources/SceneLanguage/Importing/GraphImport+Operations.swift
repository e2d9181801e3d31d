import Autograd

extension GraphImport {
  /// An operation as graphs in JSON name it: `relu` or `ReLU`, `add` or `+`, `pow` or `**3`.
  struct StatedOperation {
    let primitive: Primitive
    /// The second operand, where the name has it with it.
    let exponent: Double?
    /// Whether one operand stands for both: engines that keep operands in a set write `x * x` so.
    let readsOneTwice: Bool

    /// Nil where there is no such operation.
    init?(_ name: String) {
      let sign = Primitive.all.first { primitive in
        if case .infix(name, _) = primitive.notation { true } else { false }
      }
      let number = name.hasPrefix("**") ? Double(name.dropFirst(2)) : nil
      let power = number.flatMap { $0.isFinite ? $0 : nil }
      let named = Primitive.named(name) ?? Primitive.named(name.lowercased())
      guard let primitive = named ?? sign ?? power.flatMap({ _ in Primitive.named("pow") }) else {
        return nil
      }
      self.primitive = primitive
      exponent = named == nil && sign == nil ? power : nil
      readsOneTwice = named == nil && primitive.isSymmetric
    }
  }

  /// The nodes that an operation reads; nil, and reported, where they are not what it takes.
  mutating func operands(
    of members: Members, for operation: StatedOperation
  ) -> [NodeID]? {
    guard let operands = members.operands else {
      if !members.isBroken { reportMissing("operands", among: members.keys, at: members.start) }
      return nil
    }
    guard !members.isBroken else { return nil }
    let primitive = operation.primitive
    let count = primitive.arity - (operation.exponent == nil ? 0 : 1)
    let isOneTwice = operation.readsOneTwice && operands.ids.count == 1
    guard operands.ids.count == count || isOneTwice else {
      mistakes.report(
        .argumentCount, at: operands.range, primitive.name,
        Parser.counted(count...count, given: operands.ids.count))
      return nil
    }
    var nodes: [NodeID] = []
    for (id, range) in zip(operands.ids, operands.ranges) {
      guard let node = nodesByID[id] else {
        mistakes.report(.operandNotBefore, at: range, "\(id)")
        return nil
      }
      nodes.append(node)
    }
    if isOneTwice { nodes.append(nodes[0]) }
    return nodes
  }

  /// The operation that was probably meant.
  static func nearest(to name: String) -> String {
    let names = ["input", "parameter", "constant"] + Primitive.all.map(\.name)
    return Spelling.nearest(to: name.lowercased(), among: names) ?? ""
  }
}
