import Autograd
package import Playback
import SceneLanguage

/// The graph for Graphviz, drawn the way micrograd draws it: a record for each value, and beside it
/// a small node for the operation that made it.
package struct DotReport {
  let run: Run

  package init(run: Run) {
    self.run = run
  }

  package func write(to stream: inout some TextOutputStream) {
    stream.write(
      """
      // \(run.scene.heading)
      digraph scene {
        rankdir=LR;
        node [fontname="monospace", fontsize=11];

      """)
    for node in run.scene.graph.nodes { write(node, to: &stream) }
    stream.write("}\n")
  }

  private func write(_ node: NodeID, to stream: inout some TextOutputStream) {
    let looks = "shape=record\(style(of: node)), label=\"\(label(of: node))\""
    stream.write("  n\(node.index) [\(looks)];\n")
    guard case .primitive(let primitive) = run.scene.graph.operation(of: node) else { return }
    let symbol = primitive.notation.symbol.escapedForDot
    stream.write("  o\(node.index) [label=\"\(symbol)\"];\n  o\(node.index) -> n\(node.index);\n")
    for operand in run.scene.graph.operands(of: node) {
      stream.write("  n\(operand.index) -> o\(node.index);\n")
    }
  }

  private func label(of node: NodeID) -> String {
    let value = "data \(TensorText.short(run.tensor(of: node)))"
    let name = run.scene.details[node.index].name.map { [$0] } ?? []
    let gradient = run.gradientTensor(of: node).map { ["grad \(TensorText.short($0))"] } ?? []
    let fields = (name + [value] + gradient).map(\.escapedForDot)
    return "{ \(fields.joined(separator: " | ")) }"
  }

  private func style(of node: NodeID) -> String {
    switch run.scene.graph.operation(of: node) {
    case .constant: ", style=dotted"
    case .parameter: ", peripheries=2"
    case .input, .primitive: ""
    }
  }
}

extension Primitive.Notation {
  /// What stands for the operation where there are no operands.
  fileprivate var symbol: String {
    switch self {
    case .infix(let text, _), .prefix(let text): text
    case .call(let printed): printed
    }
  }
}

extension String {
  /// With the characters that mean something in a record's label escaped.
  fileprivate var escapedForDot: String {
    reduce(into: "") { text, character in
      if "\\\"{}|<>".contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
