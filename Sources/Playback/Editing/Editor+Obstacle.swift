package import Autograd
import SceneLanguage

extension Editor {
  /// Why a node's number cannot be edited; nil where it can.
  package func obstacle(toEditing node: NodeID) -> EditMistake? {
    guard scene.graph.operation(of: node).isLeaf else {
      return .computed(run.labels[node], from: run.editableLabels(feeding: node))
    }
    if run.isTensor(node) { return .tensor(run.labels[node], run.shape(of: node)) }
    guard scene.details[node.index].literal == nil else { return nil }
    let label = run.labels[node]
    if showsScalars, let bracket = label.lastIndex(of: "["), bracket > label.startIndex {
      return .element(label, of: String(label[..<bracket]))
    }
    return .notInText(label)
  }
}
