extension Graph {
  /// What the node does.
  public func operation(of node: NodeID) -> Operation {
    switch codes[node.index] {
    case Self.inputCode: .input
    case Self.parameterCode: .parameter
    case Self.constantCode: .constant
    case let code: .primitive(Primitive(id: code))
    }
  }

  /// The operands in slot order, repeated where one node fills two slots; none for a leaf.
  public func operands(of node: NodeID) -> Operands {
    Operands(first: first[node.index], second: second[node.index])
  }

  /// The value a leaf holds; nil for a computed node, and for a tensor.
  public func leafValue(of node: NodeID) -> Double? {
    let isNumber = codes[node.index] >= Self.constantCode && shape(of: node) == .scalar
    return isNumber ? leafValues[node.index] : nil
  }

  /// Puts another value into a leaf; the structure stays.
  ///
  /// - Precondition: `node` is a leaf.
  public mutating func setLeafValue(_ value: Double, of node: NodeID) {
    precondition(codes[node.index] >= Self.constantCode, "only a leaf holds a value of its own")
    leafValues[node.index] = value
  }

  /// Whether both graphs have the same operations on the same operands; leaf values may differ.
  ///
  /// Complexity: linear in the number of nodes.
  public func hasSameStructure(as other: Graph) -> Bool {
    codes == other.codes && first == other.first && second == other.second
      && tensors?.shapes == other.tensors?.shapes
  }
}
