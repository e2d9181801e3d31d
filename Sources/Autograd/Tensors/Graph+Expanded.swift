extension Graph {
  /// A graph of numbers that computes the same: every element a node of its own.
  public struct Expansion: Sendable {
    /// All nodes are numbers.
    public private(set) var graph: Graph
    /// The nodes of the elements of each node of the tensor graph, row major. What only puts
    /// elements to other places has those of its operand.
    public let elements: [[NodeID]]
    /// Where the nodes that each node became begin; one more than the tensor graph has nodes.
    public let starts: [Int]

    /// Adds the sum of some nodes, and calls `note` for each node that this makes.
    public mutating func appendSum(of nodes: [NodeID], note: () -> Void) -> NodeID {
      let first = graph.count
      let sum = graph.chain(nodes, .add, none: 0)
      for _ in first..<graph.count { note() }
      return sum
    }
  }

  /// Makes every element a node: a matrix product becomes its products and sums.
  ///
  /// Values and gradients agree with those of the tensors but for rounding.
  ///
  /// - Complexity: as many nodes as `expandedCount` says, at most.
  public func expanded() -> Expansion {
    var graph = Graph()
    var elements: [[NodeID]] = []
    var starts: [Int] = []
    for node in nodes {
      starts.append(graph.count)
      elements.append(expand(node, elements, in: &graph))
    }
    return Expansion(graph: graph, elements: elements, starts: starts + [graph.count])
  }

  private func expand(
    _ node: NodeID, _ elements: [[NodeID]], in graph: inout Graph
  ) -> [NodeID] {
    if let tensor = leafTensor(of: node) {
      return tensor.elements.map { graph.append(codes[node.index], value: $0) }
    }
    let primitive = Primitive(id: codes[node.index])
    let operands = operands(of: node).map { elements[$0.index] }
    guard let application = tensors?.application(of: node.index) else {
      return [graph.apply(primitive, operands[0][0], operands.count > 1 ? operands[1][0] : nil)]
    }
    if let rule = primitive.tensorRule {
      return rule.expand(
        application, x: operands[0], y: operands.count > 1 ? operands[1] : [], in: &graph)
    }
    var made: [NodeID] = []
    application.broadcast.forEachElement { x, y, _ in
      made.append(
        graph.apply(primitive, operands[0][x], operands.count > 1 ? operands[1][y] : nil))
    }
    return made
  }

  /// How many nodes `expanded()` makes, at most; `Int.max` where they cannot be counted.
  public var expandedCount: Int {
    nodes.reduce(0) { sum, node in
      let (total, overflow) = sum.addingReportingOverflow(expandedCount(of: node))
      return overflow ? .max : total
    }
  }

  private func expandedCount(of node: NodeID) -> Int {
    let count = shape(of: node).count
    guard let application = tensors?.application(of: node.index) else { return count }
    let primitive = Primitive(id: codes[node.index])
    if primitive.isElementwise { return count }
    if primitive == .matmul {
      let inner = application.x.extents.last ?? 1
      let (products, overflow) = count.multipliedReportingOverflow(by: 2 * inner)
      return overflow ? .max : products
    }
    // A reduction makes at most four nodes of each element: the stable exponential of a softmax.
    return application.x.count &* 4 &+ count
  }
}
