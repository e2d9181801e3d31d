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
      node.index + 1 < columns.pointee.gradients.count
    else { return 0 }
    return columns.pointee.gradients[node.index + 1]
  }
}

extension Tape.Columns {
  /// The way back without a decision per primitive. The gradients are shifted by one, so that a
  /// missing operand, whose index is -1, has a place that nobody reads.
  ///
  /// - Returns: whether the result stands. A node the output does not depend on has gradient 0 and
  ///   contributes nothing, unless a derivative is infinite: 0 times that is NaN.
  mutating func sweep(from output: Int) -> Bool {
    var isSound = true
    gradients.removeAll(keepingCapacity: true)
    gradients.append(contentsOf: repeatElement(0, count: count + 1))
    gradients[output + 1] = 1
    let entries = entries
    gradients.withUnsafeMutableBufferPointer { buffer in
      guard let gradients = buffer.baseAddress.map({ $0 + 1 }) else { return }
      var node = output
      while node >= 0 {
        let upstream = gradients[node]
        let entry = entries[node]
        if upstream == 0 {
          if !(entry.firstDerivative.isFinite && entry.secondDerivative.isFinite) {
            isSound = false
          }
        } else {
          gradients[Int(entry.first)] += upstream * entry.firstDerivative
          gradients[Int(entry.second)] += upstream * entry.secondDerivative
        }
        node &-= 1
      }
    }
    return isSound
  }

  /// The way back through the nodes the output depends on only.
  mutating func sweepReached(from output: Int) {
    var isReached = [Bool](repeating: false, count: count)
    isReached[output] = true
    for index in gradients.indices { gradients[index] = 0 }
    gradients[output + 1] = 1
    for node in stride(from: output, through: 0, by: -1) where isReached[node] {
      let entry = entries[node]
      let (x, y) = (Int(entry.first), Int(entry.second))
      if x >= 0 {
        isReached[x] = true
        gradients[x + 1] += gradients[node + 1] * entry.firstDerivative
      }
      if y >= 0 {
        isReached[y] = true
        gradients[y + 1] += gradients[node + 1] * entry.secondDerivative
      }
    }
  }
}
