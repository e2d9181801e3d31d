extension Trainer {
  /// One element of a node's value or gradient.
  package struct Place: Hashable, Sendable {
    package let node: NodeID
    /// Row major; 0 for a number.
    package let element: Int

    package init(node: NodeID, element: Int) {
      self.node = node
      self.element = element
    }
  }

  /// The first element of the first of some nodes whose value after the last forward pass is
  /// another one than in another trainer: bit by bit, but one nan is as good as another.
  ///
  /// A parameter has no value of that pass any more once it was updated.
  ///
  /// - Precondition: the nodes are of the same form in both graphs.
  package func firstOtherValue(in other: Trainer, nodes: Range<Int>) -> Place? {
    for index in nodes {
      let node = NodeID(index)
      guard let mine = buffered, let others = other.buffered else {
        // Where a graph has numbers only, the nodes of the same form in the other are numbers, too.
        if !valueElement(0, of: node).isSame(as: other.valueElement(0, of: node)) {
          return Place(node: node, element: 0)
        }
        continue
      }
      let element = graph.withElements(of: node, in: mine.values) { elements in
        other.graph.withElements(of: node, in: others.values) { elements.firstOther(in: $0) }
      }
      if let element { return Place(node: node, element: element) }
    }
    return nil
  }

  /// The same for gradients, of nodes that pass one on to a parameter.
  package func firstOtherGradient(in other: Trainer, nodes: [NodeID]) -> Place? {
    for node in nodes {
      for element in 0..<graph.shape(of: node).count
      where !gradientElement(element, of: node).isSame(as: other.gradientElement(element, of: node))
      {
        return Place(node: node, element: element)
      }
    }
    return nil
  }

  /// The same for what the last update made of the parameters.
  package func firstOtherParameter(in other: Trainer) -> Place? {
    for node in parameters {
      let (mine, others) = (graph.leafTensor(of: node), other.graph.leafTensor(of: node))
      if let element = mine?.firstOther(in: others) { return Place(node: node, element: element) }
    }
    return nil
  }

  /// One element of a node's value after the forward pass.
  package func valueElement(_ place: Int, of node: NodeID) -> Double {
    if let value = scheduled?.value(of: node) { return value }
    return buffered.map { graph.element(place, of: node, in: $0.values) } ?? .nan
  }
}

extension Tensor {
  /// The first element that is another one in another tensor; nil where both are the same.
  ///
  /// - Precondition: that has as many elements.
  package func firstOther(in other: Tensor?) -> Int? {
    guard let other else { return nil }
    return elements.withUnsafeBufferPointer { elements in
      other.elements.withUnsafeBufferPointer { elements.firstOther(in: $0) }
    }
  }
}

extension UnsafeBufferPointer<Double> {
  fileprivate func firstOther(in other: UnsafeBufferPointer<Double>) -> Int? {
    indices.first { !self[$0].isSame(as: other[$0]) }
  }
}

extension Double {
  /// Whether it has the same bits, or both are nan.
  fileprivate func isSame(as other: Double) -> Bool {
    bitPattern == other.bitPattern || (isNaN && other.isNaN)
  }
}

extension Graph {
  /// The elements of a node where they lie: among the values, or in the leaf that holds them.
  fileprivate func withElements<Result>(
    of node: NodeID, in values: [Double], _ body: (UnsafeBufferPointer<Double>) -> Result
  ) -> Result {
    let start = tensors?.starts[node.index] ?? node.index
    guard start < 0, let held = tensors?.held[~start] else {
      let count = shape(of: node).count
      return values.withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: $0[start..<start + count]))
      }
    }
    return held.withUnsafeBufferPointer(body)
  }
}
