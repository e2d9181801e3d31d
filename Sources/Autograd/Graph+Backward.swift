extension Graph {
  /// Whether each node receives a gradient: the output depends on it and it is no constant.
  public func receivesGradient(from output: NodeID) -> [Bool] {
    var isReached = influences(output)
    for node in isReached.indices where codes[node] == Self.constantCode { isReached[node] = false }
    return isReached
  }

  /// The parameters that the output depends on, in tape order: what training changes.
  public func parameters(of output: NodeID) -> [NodeID] {
    let receives = receivesGradient(from: output)
    return nodes.filter { receives[$0.index] && codes[$0.index] == Self.parameterCode }
  }

  /// Whether each node passes a gradient on to a parameter, or is one: all that training needs.
  package func leadsToParameter(from output: NodeID) -> [Bool] {
    var leads = [Bool](repeating: false, count: count)
    for node in leads.indices {
      let (x, y) = (Int(first[node]), Int(second[node]))
      leads[node] =
        codes[node] == Self.parameterCode || (x >= 0 && leads[x]) || (y >= 0 && leads[y])
    }
    return zip(leads, receivesGradient(from: output)).map { $0 && $1 }
  }

  /// Whether the output depends on each node, constants included; the output itself counts.
  func influences(_ output: NodeID) -> [Bool] {
    var isReached = [Bool](repeating: false, count: count)
    isReached[output.index] = true
    for node in stride(from: output.index, through: 0, by: -1) where isReached[node] {
      if first[node] >= 0 { isReached[Int(first[node])] = true }
      if second[node] >= 0 { isReached[Int(second[node])] = true }
    }
    return isReached
  }

  /// Walks the tape backwards from `output`, seeded with 1, and yields every contribution in the
  /// order in which it is added: consumers from the output down the tape, slots in order,
  /// constants left out.
  ///
  /// - Parameter carried: gradients of leaves that were not set to 0: contributions are added to
  ///   them. The output begins with its seed alone.
  /// - Returns: ∂output/∂node for every node; 0 where no gradient arrives (see
  ///   `receivesGradient(from:)`). The first contribution to a node is its total, bit by bit.
  ///   Where some nodes are tensors nothing is yielded: see `tensorBackward`.
  /// - Precondition: where a contribution is yielded, all nodes are numbers; `backward` with
  ///   `visiting` goes over tensors, too.
  public func backward(
    from output: NodeID, values: [Double], carried: [(node: NodeID, elements: [Double])] = [],
    yield: (Contribution) -> Void = { _ in }
  ) -> [Double] {
    guard isScalar else {
      return tensorBackward(from: output, values: values, carried: carried, visiting: { _ in })
    }
    let receives = receivesGradient(from: output)
    // -0 is the number that leaves every other unchanged when added, 0 and -0 included.
    var gradients = receives.map { $0 ? -0.0 : 0 }
    guard receives[output.index] else { return gradients }
    for (node, elements) in carried { gradients[node.index] = elements[0] }
    gradients[output.index] = 1
    let rows = Primitive.rows
    for node in stride(from: output.index, through: 0, by: -1)
    where receives[node] && codes[node] < Self.constantCode {
      let code = Int(codes[node])
      let (x, y) = (Int(first[node]), Int(second[node]))
      let operands = (x: values[x], y: y < 0 ? 0 : values[y])
      let (out, upstream) = (values[node], gradients[node])
      func contribute(_ slot: Int, to operand: Int, _ local: Double) {
        let amount = upstream * local
        gradients[operand] += amount
        yield(
          Contribution(
            from: NodeID(node), slot: slot, to: NodeID(operand), upstream: upstream, local: local,
            amount: amount))
      }
      if receives[x] {
        contribute(0, to: x, rows[code].firstDerivative(operands.x, operands.y, out))
      }
      if y >= 0, receives[y] {
        contribute(1, to: y, rows[code].secondDerivative(operands.x, operands.y, out))
      }
    }
    return gradients
  }
}
