package import Autograd
import SceneLanguage

/// What an edit, an undo or a change on disk did to the numbers.
package struct Change: Sendable {
  /// The leaf that was edited; nil where the whole text was replaced.
  package let node: NodeID?
  package let oldValue: Double?
  package let newValue: Double?
  /// What the gradients foretold, beside what happened; nil where a number changed that has no
  /// gradient, or where the graph itself changed.
  package let wiggle: Wiggle?
  private let changedValues: [Bool]
  private let changedGradients: [Bool]

  /// Predicted and true change of the output.
  package struct Wiggle: Hashable, Sendable {
    /// The sum of ∂L/∂x · Δx over the leaves that changed, with the gradients from before.
    package let predicted: Double
    /// The output's new value minus its old one.
    package let actual: Double
  }

  init(node: NodeID?, from old: Run, to new: Run) {
    self.node = node
    oldValue = node.map { old.values[$0.index] }
    newValue = node.map { new.values[$0.index] }
    let isSameGraph = new.hasSameSteps(as: old)
    changedValues = new.values.indices.map {
      !isSameGraph || !new.hasSameValue(as: old, NodeID($0))
    }
    changedGradients = new.gradients.indices.map {
      !isSameGraph || !new.hasSameGradient(as: old, NodeID($0))
    }
    wiggle = isSameGraph && !new.isTensor(new.output) ? Wiggle(from: old, to: new) : nil
  }

  /// Whether the number in the node's box is another one than before.
  package func changed(_ field: Field, of node: NodeID) -> Bool {
    let column = field == .data ? changedValues : changedGradients
    return column.indices.contains(node.index) && column[node.index]
  }
}

extension Run {
  /// Whether the node has the same value in both, bit by bit.
  fileprivate func hasSameValue(as other: Run, _ node: NodeID) -> Bool {
    isTensor(node)
      ? tensor(of: node).hasSameBits(as: other.tensor(of: node))
      : values[node.index].bitPattern == other.values[node.index].bitPattern
  }

  fileprivate func hasSameGradient(as other: Run, _ node: NodeID) -> Bool {
    guard isTensor(node) else {
      return gradients[node.index]?.bitPattern == other.gradients[node.index]?.bitPattern
    }
    switch (gradientTensor(of: node), other.gradientTensor(of: node)) {
    case (let own?, let other?): return own.hasSameBits(as: other)
    case (nil, nil): return true
    default: return false
    }
  }
}

extension Change.Wiggle {
  init?(from old: Run, to new: Run) {
    var predicted = 0.0
    for node in new.scene.graph.nodes where new.scene.graph.operation(of: node).isLeaf {
      guard !new.hasSameValue(as: old, node) else { continue }
      if case .constant = new.scene.graph.operation(of: node) { return nil }
      guard let gradient = old.gradientTensor(of: node)?.elements else { continue }
      let (after, before) = (new.tensor(of: node).elements, old.tensor(of: node).elements)
      for element in after.indices {
        predicted += gradient[element] * (after[element] - before[element])
      }
    }
    self.init(
      predicted: predicted,
      actual: new.values[new.output.index] - old.values[old.output.index])
  }
}
