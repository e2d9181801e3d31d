package import Autograd
package import SceneLanguage

/// What each node is called on the screen and in formulas.
///
/// A named node goes by its name, a constant by its number, and any other by `v` and its position
/// on the tape, as in the literature on automatic differentiation; by `#` and the position where
/// the text itself uses that name.
package struct Labels: Sendable {
  let scene: Scene
  /// The names in the text that look like an anonymous node's label.
  private let taken: Set<String>

  package init(scene: Scene) {
    self.scene = scene
    taken = Set(scene.details.lazy.compactMap(\.name).filter { $0.utf8.first == UInt8(ascii: "v") })
  }

  package subscript(node: NodeID) -> String {
    if let name = scene.details[node.index].name { return name }
    if case .constant = scene.graph.operation(of: node),
      let tensor = scene.graph.leafTensor(of: node)
    {
      guard let value = tensor.number else { return TensorText.short(tensor) }
      return NumberText.text(of: value, digits: .four)
    }
    let label = "v\(node.rawValue)"
    return taken.contains(label) ? "#\(node.rawValue)" : label
  }

  /// Whether the label is the node's number: a constant without a name.
  package func isNumber(_ node: NodeID) -> Bool {
    guard case .constant = scene.graph.operation(of: node) else { return false }
    return scene.details[node.index].name == nil && scene.graph.shape(of: node) == .scalar
  }

  /// The node that goes by the name `node` has in another run; nil without name or match.
  func namesake(of node: NodeID, in other: Run) -> NodeID? {
    guard let name = other.scene.details[node.index].name else { return nil }
    return scene.details.firstIndex { $0.name == name }.map { NodeID($0) }
  }
}
