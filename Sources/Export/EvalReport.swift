package import Autograd
package import Playback
import SceneLanguage

/// Every node's value and gradient, for `eval`; and, where forward mode is asked for, its tangent.
package struct EvalReport {
  let run: Run
  /// The node that moves, and how fast every node moves with it.
  let forward: (node: NodeID, tangents: [Tensor?])?

  /// - Parameter moving: the node a tangent of ones is pushed from through the graph.
  package init(run: Run, moving: NodeID? = nil) {
    self.run = run
    forward = moving.map { node in
      (node, run.tangents(from: node))
    }
  }

  /// How fast a node moves: not at all where it does not depend on the node that does.
  func tangent(of node: NodeID, _ tangents: [Tensor?]) -> Tensor {
    tangents[node.index] ?? Tensor(repeating: 0, shape: run.shape(of: node))
  }
}
