package import Autograd

extension Scene {
  /// The scene with other values in some leaves; its text stays, and so do its shapes.
  package func replacing(_ leaves: [(node: NodeID, tensor: Tensor)]) -> Scene {
    var graph = graph
    for (node, tensor) in leaves { graph.setLeaf(tensor, of: node) }
    return Scene(
      source: source, title: title, introduction: introduction, graph: graph, output: output,
      details: details, statements: statements, bodies: bodies, groups: groups,
      expectations: expectations, training: training, folds: folds)
  }
}
