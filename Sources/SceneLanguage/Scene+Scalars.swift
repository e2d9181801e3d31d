import Autograd

extension Scene {
  /// The scene with every tensor element as a node of its own, as `--scalars` asks for it; nil
  /// where that would be more nodes than the limit allows.
  ///
  /// An element goes by its place, `W[1, 2]`. The text stays, and speaks of the tensors.
  package func scalars(limit: Int) -> Scene? {
    guard !graph.isScalar else { return self }
    guard graph.expandedCount <= limit else { return nil }
    var expansion = graph.expanded()
    var details = details(of: expansion)
    let output = singleOutput(&expansion, &details)
    return Scene(
      source: source, title: title, introduction: introduction, graph: expansion.graph,
      output: output, details: details, statements: statements, bodies: bodies,
      groups: groups.map { $0.expanded(expansion) },
      expectations: expectations.flatMap { $0.expanded(expansion, graph) }, training: training,
      folds: folds)
  }

  private func details(of expansion: Graph.Expansion) -> [NodeDetail] {
    var details: [NodeDetail] = []
    for node in graph.nodes {
      let detail = self.details[node.index]
      let isNumber = graph.shape(of: node) == .scalar
      let made = expansion.starts[node.index]..<expansion.starts[node.index + 1]
      details += made.map { _ in
        NodeDetail(
          name: nil, statement: detail.statement, body: detail.body, group: detail.group,
          literal: isNumber ? detail.literal : nil)
      }
      guard let name = detail.name else { continue }
      for (place, element) in expansion.elements[node.index].enumerated()
      where details[element.index].name == nil {
        details[element.index].name = name + graph.shape(of: node).index(of: place)
      }
    }
    return details
  }

  /// The output as one number: the sum of its elements, as the seed of ones says.
  private func singleOutput(
    _ expansion: inout Graph.Expansion, _ details: inout [NodeDetail]
  ) -> NodeID {
    let elements = expansion.elements[output.index]
    if elements.count == 1 { return elements[0] }
    let detail = self.details[output.index]
    return expansion.appendSum(of: elements) {
      details.append(
        NodeDetail(
          name: nil, statement: detail.statement, body: detail.body, group: -1, literal: nil))
    }
  }
}

extension Scene.Group {
  /// The same call's nodes in the graph of numbers.
  fileprivate func expanded(_ expansion: Graph.Expansion) -> Scene.Group {
    let range = expansion.starts[nodes.lowerBound]..<expansion.starts[nodes.upperBound]
    let result = expansion.elements[result.index].last ?? NodeID(range.lowerBound)
    return Scene.Group(
      function: function, call: call, parent: parent, nodes: range,
      result: range.contains(result.index)
        ? result : NodeID(max(range.lowerBound, range.upperBound - 1)))
  }
}

extension Scene.Expectation {
  /// What is stated of each element.
  fileprivate func expanded(
    _ expansion: Graph.Expansion, _ graph: Graph
  ) -> [Scene.Expectation] {
    expansion.elements[node.index].enumerated().map { place, element in
      Scene.Expectation(
        node: element, name: name + graph.shape(of: node).index(of: place),
        isGradient: isGradient, value: Tensor(value.elements[place]), tolerance: tolerance,
        line: line)
    }
  }
}
