// Passes in memory that the caller keeps.

extension Graph {
  /// The backward pass into a column that is there already; the same additions in the same order as
  /// `backward(from:values:)`.
  func backward(
    from output: NodeID, receives: [Bool], values: [Double], into gradients: inout [Double],
    scratch: inout [Double]
  ) {
    guard let tensors else {
      return numbersBackward(from: output, receives: receives, values: values, into: &gradients)
    }
    gradients.withUnsafeMutableBufferPointer { gradients in
      scratch.withUnsafeMutableBufferPointer { scratch in
        guard let gradients = gradients.baseAddress, let scratch = scratch.baseAddress else {
          return
        }
        withPass(tensors, values) { pass in
          pass.backward(from: output, receives: receives, gradients: gradients, scratch: scratch)
        }
      }
    }
  }

  private func numbersBackward(
    from output: NodeID, receives: [Bool], values: [Double], into gradients: inout [Double]
  ) {
    for node in gradients.indices { gradients[node] = receives[node] ? -0.0 : 0 }
    guard receives[output.index] else { return }
    gradients[output.index] = 1
    let rows = Primitive.rows
    for node in stride(from: output.index, through: 0, by: -1)
    where receives[node] && codes[node] < Self.constantCode {
      let row = rows[Int(codes[node])]
      let (x, y) = (Int(first[node]), Int(second[node]))
      let operands = (x: values[x], y: y < 0 ? 0 : values[y])
      let upstream = gradients[node]
      if receives[x] {
        gradients[x] += upstream * row.firstDerivative(operands.x, operands.y, values[node])
      }
      if y >= 0, receives[y] {
        gradients[y] += upstream * row.secondDerivative(operands.x, operands.y, values[node])
      }
    }
  }

  /// Changes the elements of a leaf where they are.
  mutating func changeLeaf(
    _ node: NodeID, _ change: (UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    if let start = tensors?.starts[node.index], start < 0 {
      tensors?.held[~start].withUnsafeMutableBufferPointer { change($0) }
    } else {
      leafValues.withUnsafeMutableBufferPointer {
        change(UnsafeMutableBufferPointer(rebasing: $0[node.index...node.index]))
      }
    }
  }
}
