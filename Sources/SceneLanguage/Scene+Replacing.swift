package import Autograd

extension Scene {
  /// The scene with other values in some leaves; its text stays, and so do its shapes.
  package func replacing(_ leaves: [(node: NodeID, tensor: Tensor)]) -> Scene {
    var graph = graph
    for (node, tensor) in leaves { graph.setLeaf(tensor, of: node) }
    return replacing(graph)
  }

  /// The scene with a graph of the same nodes, on other leaves; its text stays.
  package func replacing(_ graph: Graph) -> Scene {
    Scene(
      source: source, title: title, introduction: introduction, graph: graph, output: output,
      details: details, statements: statements, bodies: bodies, groups: groups,
      expectations: expectations, training: training, folds: folds)
  }
}
