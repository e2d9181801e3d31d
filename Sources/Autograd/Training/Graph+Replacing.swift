extension Graph {
  /// The same graph on other leaves, which may have other shapes: a mini-batch in place of all
  /// samples. Nodes keep their places.
  ///
  /// - Throws: the reason where the shapes do not fit any more.
  /// - Complexity: O(nodes); no element is computed.
  public func replacing(_ leaves: [NodeID: Tensor]) throws(ShapeMistake) -> Graph {
    var graph = Graph()
    graph.reserveCapacity(count)
    for node in nodes {
      guard let held = leafTensor(of: node) else {
        try graph.append(copying: node, of: self)
        continue
      }
      let tensor = leaves[node] ?? held
      switch operation(of: node) {
      case .parameter: _ = graph.parameter(tensor)
      case .constant: _ = graph.constant(tensor)
      case .input, .primitive: _ = graph.input(tensor)
      }
    }
    return graph
  }

  private mutating func append(copying node: NodeID, of other: Graph) throws(ShapeMistake) {
    let operands = other.operands(of: node)
    _ = try apply(
      Primitive(id: other.codes[node.index]), operands[0],
      operands.count > 1 ? operands[1] : nil,
      attribute: other.tensors?.application(of: node.index)?.asked ?? .none)
  }
}

extension Graph {
  /// The values up to a node; those behind it are not computed.
  public func forward(through node: NodeID) -> [Double] {
    guard let tensors else {
      var values = leafValues
      recompute(&values, nodes: 0..<node.index + 1)
      return values
    }
    var values = [Double](repeating: 0, count: tensors.valueCount + 1)
    recompute(&values, nodes: 0..<node.index + 1)
    return values
  }
}
