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
      !hasGradient(node) ? "" : library.watched.replacing("{node}", with: key(of: node))
    switch graph.operation(of: node) {
    case .constant: return leaf(node, indentation: 8)
    case .input, .parameter: return "leaves[\(key(of: node))]" + watched
    case .primitive(let primitive):
      let operands = graph.operands(of: node).map { names.identifiers[$0.index] }
      let words = Self.words(for: graph.attribute(of: node))
      let call = library.spelling(of: primitive)
        .filled([
          "axis": words.axis, "dim": words.dim, "dims": words.dims, "extents": words.extents,
          "places": words.places, "count": words.count, "x": operands[0],
          "y": operands[operands.count - 1],
        ])
      return call + watched
    }
  }

  /// How Python spells what an operation is told beside its operands.
  private static func words(for attribute: Attribute) -> (
    axis: String, dim: String, dims: String, extents: String, places: String, count: String
  ) {
    switch attribute {
    case .none, .axis(nil): ("", "", "()", "", "", "")
    case .axis(let axis?): (", axis=\(axis)", ", dim=\(axis)", "\(axis)", "", "", "")
    case .extents(let extents):
      ("", "", "", "(" + extents.map { "\($0), " }.joined() + ")", "", "")
    case .places(let places):
      ("", "", "", "", places.isEmpty ? "..." : places.map(place).joined(separator: ", "), "")
    case .count(let count): ("", "", "", "", "", "\(count)")
    }
  }

  private static func place(_ place: Attribute.Place) -> String {
    switch place {
    case .at(let number): "\(number)"
    case .range(let start, let end):
      (start.map { "\($0)" } ?? "") + ":" + (end.map { "\($0)" } ?? "")
    }
  }

  private func leaf(_ node: NodeID, indentation: Int) -> String {
    if isLarge(node) { return "large[\(key(of: node))]" }
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
