package import Autograd
import SceneLanguage

extension Run {
  /// Forward mode: how fast every node moves when all elements of `node` move at rate 1; nil where
  /// it does not depend on it.
  package func tangents(from node: NodeID) -> [Tensor?] {
    scene.graph.tensorTangents(from: node, values: elements?.values ?? values)
  }
}
