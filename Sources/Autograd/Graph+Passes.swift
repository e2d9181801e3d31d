extension Graph {
  /// Every node's value, in tape order.
  public func forward() -> [Double] {
    var values = leafValues
    for node in nodes {
      guard case .primitive(let primitive) = operation(of: node) else { continue }
      let operands = operands(of: node)
      values[node.index] = primitive.value(
        values[operands[0].index], operands.count > 1 ? values[operands[1].index] : 0)
    }
    return values
  }

  /// Whether each node receives a gradient: the output depends on it and it is no constant.
  public func receivesGradient(from output: NodeID) -> [Bool] {
    var reached = [Bool](repeating: false, count: count)
    reached[output.index] = true
    for index in stride(from: output.index, through: 0, by: -1) where reached[index] {
      for operand in operands(of: NodeID(index)) { reached[operand.index] = true }
    }
    for index in reached.indices where codes[index] == Self.constantCode { reached[index] = false }
    return reached
  }

  /// Walks the tape backwards from `output`, seeded with 1, and yields every contribution in the
  /// order in which it is added.
  ///
  /// - Returns: ∂output/∂node for every node; 0 where no gradient arrives (see
  ///   `receivesGradient(from:)`).
  public func backward(
    from output: NodeID, values: [Double], yield: (Contribution) -> Void = { _ in }
  ) -> [Double] {
    var gradients = [Double](repeating: 0, count: count)
    guard codes[output.index] != Self.constantCode else { return gradients }
    let receives = receivesGradient(from: output)
    gradients[output.index] = 1
    for index in stride(from: output.index, through: 0, by: -1) where receives[index] {
      guard case .primitive(let primitive) = operation(of: NodeID(index)) else { continue }
      let operands = operands(of: NodeID(index))
      for (slot, operand) in operands.enumerated() where receives[operand.index] {
        let local = primitive.derivative(
          slot: slot, x: values[operands[0].index],
          y: operands.count > 1 ? values[operands[1].index] : 0, out: values[index])
        let contribution = Contribution(
          from: NodeID(index), slot: slot, to: operand, upstream: gradients[index], local: local,
          amount: gradients[index] * local)
        gradients[operand.index] += contribution.amount
        yield(contribution)
      }
    }
    return gradients
  }
}
