import Autograd
import SceneLanguage

extension Scene {
  /// Whether both have the same nodes, of the same names, with the same operations and operands;
  /// only numbers and words may differ.
  func hasSameStructure(as other: Scene) -> Bool {
    output == other.output && hasSameNodes(as: other)
  }

  /// The same, wherever the backward pass starts.
  func hasSameNodes(as other: Scene) -> Bool {
    graph.count == other.graph.count
      && graph.nodes.allSatisfy { node in
        graph.operation(of: node) == other.graph.operation(of: node)
          && graph.shape(of: node) == other.graph.shape(of: node)
          && graph.operands(of: node).elementsEqual(other.graph.operands(of: node))
          && details[node.index].name == other.details[node.index].name
      }
  }
}
