package import Autograd
import SceneLanguage

/// A scene in both its forms: with tensors, and with every element as a node of its own.
package struct ScalarForms: Sendable {
  package let tensors: Run
  package let scalars: Run
  /// The nodes of the elements of each tensor.
  private let elements: [[NodeID]]
  /// Where the nodes that each tensor became begin; one more than there are tensors.
  private let starts: [Int]

  /// - Parameter scalars: the run of what `--scalars` makes of the scene of the other one.
  init(tensors: Run, scalars: Run) {
    (self.tensors, self.scalars) = (tensors, scalars)
    let expansion = tensors.scene.graph.expanded()
    (elements, starts) = (expansion.elements, expansion.starts)
  }

  /// The first element of a tensor; nil where it has none. The output goes with the output.
  package func scalar(for node: NodeID) -> NodeID? {
    node == tensors.scene.output ? scalars.scene.output : elements[node.index].first
  }

  /// The tensor whose element a node is, or a part of the sum that makes one.
  package func tensor(for node: NodeID) -> NodeID {
    guard node.index < starts[starts.count - 1] else { return tensors.scene.output }
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = low + (high - low) / 2
      if starts[middle + 1] <= node.index { low = middle + 1 } else { high = middle }
    }
    return NodeID(low)
  }
}

extension Run {
  /// Makes the passes again, forward and backward, for somebody who times them.
  ///
  /// - Returns: the output's value.
  @inline(never)
  package func repeatPasses() -> Double {
    let graph = scene.graph
    let values = graph.forward()
    let gradients = graph.backward(from: output, values: values)
    return gradients.isEmpty ? .nan : graph.value(of: output, in: values).elements.first ?? .nan
  }
}
