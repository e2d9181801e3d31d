package import Autograd
package import Playback
import SceneLanguage

/// Every node's value and gradient, for `eval`; and, where forward mode is asked for, its tangent.
package struct EvalReport {
  let run: Run
  /// The node that moves, and how fast every node moves with it.
  let forward: (node: NodeID, tangents: [Double])?

  /// - Parameter moving: the node a tangent of 1 is pushed from through the graph.
  package init(run: Run, moving: NodeID? = nil) {
    self.run = run
    forward = moving.map { node in
      (node, run.scene.graph.tangents(from: node, values: run.values))
    }
  }
}
