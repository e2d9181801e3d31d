import Autograd
import Playback
import SceneLanguage

extension PythonReport {
  func writeLeaves(to stream: inout some TextOutputStream) {
    stream.write("\n\n# The numbers the graph starts from.\nleaves = {\n")
    for node in run.scene.graph.nodes where isLeafOfFunction(node) {
      let numbers = leaf(node, indentation: 4)
      stream.write("    \(key(of: node)): \(numbers),  \(place(of: node))\n")
    }
    stream.write("}\n")
  }

  func writeGraph(to stream: inout some TextOutputStream) {
    stream.write("\n\n\(library.function)\n")
    for node in run.scene.graph.nodes {
      let name = names.identifiers[node.index]
      stream.write("    \(name) = \(rightSide(of: node))  \(place(of: node))\n")
    }
    let entries = run.scene.graph.nodes.map { "\(key(of: $0)): \(names.identifiers[$0.index])" }
    stream.write("    return {\n\(PythonText.wrapped(entries, indentation: 8))\n    }\n")
  }

  private func rightSide(of node: NodeID) -> String {
    let graph = run.scene.graph
    let watched =
      gradient(of: node) == nil ? "" : library.watched.replacing("{node}", with: key(of: node))
    switch graph.operation(of: node) {
    case .constant: return leaf(node, indentation: 8)
    case .input, .parameter: return "leaves[\(key(of: node))]" + watched
    case .primitive(let primitive):
      let operands = graph.operands(of: node).map { names.identifiers[$0.index] }
      let call = library.spelling(of: primitive)
        .filled(["x": operands[0], "y": operands[operands.count - 1]])
      return call + watched
    }
  }

  private func leaf(_ node: NodeID, indentation: Int) -> String {
    let numbers = PythonText.numbers(value(of: node), indentation: indentation)
    return library.leaf.replacing("{numbers}", with: numbers)
  }

  private func isLeafOfFunction(_ node: NodeID) -> Bool {
    switch run.scene.graph.operation(of: node) {
    case .input, .parameter: true
    case .constant, .primitive: false
    }
  }
}
