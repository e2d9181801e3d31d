package import Autograd
import SceneLanguage

extension Editor {
  /// Why a node's number cannot be edited; nil where it can.
  package func obstacle(toEditing node: NodeID) -> EditMistake? {
    guard scene.graph.operation(of: node).isLeaf else {
      return .computed(run.labels[node], from: run.editableLabels(feeding: node))
    }
    if run.isTensor(node) { return .tensor(run.labels[node], run.shape(of: node)) }
    return scene.details[node.index].literal == nil ? .notInText(run.labels[node]) : nil
  }
}
