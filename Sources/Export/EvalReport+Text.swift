import Autograd
import Playback
import SceneLanguage

extension EvalReport {
  package func writeText(to stream: inout some TextOutputStream) {
    stream.write("\(run.scene.heading)\n\n")
    let tangent = forward.map { ["∂/∂\(run.labels[$0.node].sanitized)"] } ?? []
    var table = TextTable(header: ["node", "", "data", "grad"] + tangent)
    for node in run.scene.graph.nodes { table.append(row(of: node)) }
    table.write(to: &stream)
  }

  private func row(of node: NodeID) -> [String] {
    [
      run.labels[node].sanitized,
      formula(of: node),
      TensorText.summary(run.tensor(of: node), digits: .all),
      gradient(of: node),
    ] + (forward.map { [TensorText.summary(tangent(of: node, $0.tangents), digits: .all)] } ?? [])
  }

  private func formula(of node: NodeID) -> String {
    let operation = run.scene.graph.operation(of: node)
    guard let formula = run.labels.formula(of: node) else { return operation.name }
    return "= " + formula.text(.source).sanitized
  }

  /// Blank where there never is a gradient, with the reason where it is not plain from the row.
  private func gradient(of node: NodeID) -> String {
    switch run.gradient(of: node, at: run.stepCount) {
    case .final, .partial, .carried:
      run.gradientTensor(of: node).map { TensorText.summary($0, digits: .all) } ?? ""
    case .never(.outputDoesNotDependOnIt): "(\(run.labels[run.output].sanitized) does not use it)"
    case .never(.constant), .notYet: ""
    }
  }
}
