extension Graph {
  /// About how many numbers are multiplied in a forward pass up to a node.
  package func work(to output: NodeID) -> Int {
    guard let tensors else { return output.index + 1 }
    return (0...output.index).reduce(1) { sum, node in
      let (count, inner) = (
        tensors.shapes[node].count, tensors.application(of: node)?.x.extents.last
      )
      let isProduct = codes[node] == Primitive.matmul.id
      return sum &+ count &* (isProduct ? inner ?? 1 : 1)
    }
  }
}
