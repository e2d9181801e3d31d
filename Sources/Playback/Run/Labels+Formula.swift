package import Autograd
package import SceneLanguage

extension Labels {
  /// A node's own operation over the labels of its operands, `w · a`; nil for a leaf.
  package func formula(of node: NodeID) -> Expression? {
    guard case .primitive(let primitive) = scene.graph.operation(of: node) else { return nil }
    return .applying(primitive, to: scene.graph.operands(of: node).map { expression(for: $0) })
  }

  /// The label as a formula: a name, or the number of a constant without one.
  package func expression(for node: NodeID, digits: Digits = .four) -> Expression {
    guard isNumber(node), let value = scene.graph.leafValue(of: node) else {
      return .name(self[node])
    }
    return .number(value, shown: NumberText.text(of: value, digits: digits))
  }
}
