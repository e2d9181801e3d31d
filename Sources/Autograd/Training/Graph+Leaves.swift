extension Graph {
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
