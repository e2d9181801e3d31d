extension Graph {
  /// Every node's value, in tape order.
  public func forward() -> [Double] {
    var values = leafValues
    recompute(&values, nodes: 0..<count)
    return values
  }

  /// Evaluates the computed nodes of a stretch of the tape from the values before it.
  func recompute(_ values: inout [Double], nodes: Range<Int>) {
    let rows = Primitive.rows
    values.withUnsafeMutableBufferPointer { values in
      for node in nodes where codes[node] < Self.constantCode {
        let second = Int(second[node])
        values[node] = rows[Int(codes[node])].value(
          values[Int(first[node])], second < 0 ? 0 : values[second])
      }
    }
  }
}
