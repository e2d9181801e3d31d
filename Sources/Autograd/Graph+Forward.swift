extension Graph {
  /// Every node's value, in tape order; see `value(of:in:)` where some are tensors.
  public func forward() -> [Double] {
    if let tensors { return tensorForward(tensors) }
    var values = leafValues
    recompute(&values, nodes: 0..<count)
    return values
  }

  /// Evaluates the computed nodes of a stretch of the tape from the values before it.
  func recompute(_ values: inout [Double], nodes: Range<Int>) {
    if let tensors { return recompute(&values, nodes, tensors) }
    let rows = Primitive.rows
    values.withUnsafeMutableBufferPointer { values in
      for node in nodes where codes[node] < Self.constantCode {
        let second = Int(second[node])
        values[node] = rows[Int(codes[node])].value(
          values[Int(first[node])], second < 0 ? 0 : values[second])
      }
    }
  }

  private func recompute(_ values: inout [Double], _ nodes: Range<Int>, _ columns: TensorColumns) {
    values.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      TensorPass(self, columns, values: start).forward(nodes: nodes)
    }
  }
}
