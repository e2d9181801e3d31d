import Autograd
import Playback
import SceneLanguage

extension EvalReport {
  package func writeJSON(to stream: inout some TextOutputStream) {
    let scene = run.scene
    var json = JSONWriter()
    json.object { json in
      json.member("scene", scene.source.shortName)
      json.member("title", scene.title)
      json.member("output", run.labels[run.output])
      json.member("nodes", lines: scene.graph.nodes, to: &stream) { json, node in
        json.object { write(node, to: &$0) }
      }
    }
    json.drain(to: &stream)
    stream.write("\n")
  }

  private func write(_ node: NodeID, to json: inout JSONWriter) {
    let scene = run.scene
    let detail = scene.details[node.index]
    json.member("id", node)
    json.member("name", detail.name)
    json.member("operation", scene.graph.operation(of: node).name)
    json.member("operands", Array(scene.graph.operands(of: node)))
    json.member("shape", run.shape(of: node).extents)
    json.member("value", run.tensor(of: node))
    json.member("gradient", run.gradientTensor(of: node))
    if let forward { json.member("tangent", tangent(of: node, forward.tangents)) }
    json.member("group", scene.group(of: node)?.label)
    json.member("line", scene.statements[Int(detail.statement)].line)
    write(scene.graph.attribute(of: node), to: &json)
  }

  /// What the operation is told beside its operands, where that is not plain from the shapes.
  private func write(_ attribute: Attribute, to json: inout JSONWriter) {
    switch attribute {
    case .axis(let axis?): json.member("axis", axis)
    case .places(let places): json.member("places", places)
    case .none, .axis(nil), .extents, .count: break
    }
  }
}

/// A number, or where a range starts and ends.
extension Attribute.Place: JSONRepresentable {
  func write(to json: inout JSONWriter) {
    switch self {
    case .at(let number): json.scalar("\(number)")
    case .range(let start, let end): json.array([start, end])
    }
  }
}

extension Scene {
  /// The innermost group the node belongs to.
  func group(of node: NodeID) -> Group? {
    let index = Int(details[node.index].group)
    return groups.indices.contains(index) ? groups[index] : nil
  }
}

extension Scene.Group {
  /// The function and which of its calls this is: `neuron#1`.
  var label: String { "\(function)#\(call)" }
}
