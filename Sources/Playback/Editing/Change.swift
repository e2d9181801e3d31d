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
      !isSameGraph || new.values[$0].bitPattern != old.values[$0].bitPattern
    }
    changedGradients = new.gradients.indices.map {
      !isSameGraph || new.gradients[$0]?.bitPattern != old.gradients[$0]?.bitPattern
    }
    wiggle = isSameGraph ? Wiggle(from: old, to: new) : nil
  }

  /// Whether the number in the node's box is another one than before.
  package func changed(_ field: Field, of node: NodeID) -> Bool {
    let column = field == .data ? changedValues : changedGradients
    return column.indices.contains(node.index) && column[node.index]
  }
}

extension Change.Wiggle {
  init?(from old: Run, to new: Run) {
    var predicted = 0.0
    for node in new.scene.graph.nodes where new.scene.graph.operation(of: node).isLeaf {
      let change = new.values[node.index] - old.values[node.index]
      guard change != 0 else { continue }
      if case .constant = new.scene.graph.operation(of: node) { return nil }
      predicted += (old.gradients[node.index] ?? 0) * change
    }
    self.init(
      predicted: predicted,
      actual: new.values[new.output.index] - old.values[old.output.index])
  }
}
