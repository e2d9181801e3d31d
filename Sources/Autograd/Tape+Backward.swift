extension Tape {
  /// Computes the gradient of `output` with respect to every node; gradients of an earlier call
  /// are forgotten.
  public mutating func backward(from output: NodeID) {
    precondition(output.index >= 0 && output.index < count, "the node is not on the tape")
    if !columns.pointee.sweep(from: output.index) {
      columns.pointee.sweepReached(from: output.index)
    }
  }

  /// ∂output/∂node of the last `backward(from:)`; 0 where no gradient arrives.
  public func gradient(of node: NodeID) -> Double {
    precondition(node.index >= 0 && node.index < count, "the node is not on the tape")
    guard columns.pointee.codes[node.index] != Graph.constantCode,
      node.index < columns.pointee.gradients.count
    else { return 0 }
    return columns.pointee.gradients.pointer[node.index]
  }
}

extension Tape.Columns {
  /// The way back without a decision: a node the output does not depend on has gradient 0 and
  /// contributes 0.
  ///
  /// - Returns: whether every gradient is finite. Only then the result stands: where a derivative
  ///   is infinite, 0 times that is NaN. What is not finite goes on down to a leaf, whose missing
  ///   operands receive 0 times it, and in their place it is seen, without a look at each node.
  mutating func sweep(from output: Int) -> Bool {
    gradients.clear(count)
    let gradients = gradients.pointer
    gradients[output] = 1
    let (operands, derivatives) = (operands, derivatives)
    var node = output
    while node >= 0 {
      let upstream = gradients[node]
      let (pair, local) = (operands[node], derivatives[node])
      gradients[Int(pair.first)] += upstream * local.x
      gradients[Int(pair.second)] += upstream * local.y
      node &-= 1
    }
    return gradients[Int(Graph.none)] == 0
  }

  /// The way back through the nodes the output depends on only.
  mutating func sweepReached(from output: Int) {
    var isReached = [Bool](repeating: false, count: count)
    isReached[output] = true
    gradients.clear(count)
    let gradients = gradients.pointer
    gradients[output] = 1
    for node in stride(from: output, through: 0, by: -1) where isReached[node] {
      let (x, y) = (Int(operands[node].first), Int(operands[node].second))
      if x >= 0 {
        isReached[x] = true
        gradients[x] += gradients[node] * derivatives[node].x
      }
      if y >= 0 {
        isReached[y] = true
        gradients[y] += gradients[node] * derivatives[node].y
      }
    }
  }
}
