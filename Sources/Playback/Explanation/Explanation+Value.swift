import Autograd
import SceneLanguage

extension Explanation {
  /// How a node's value comes about.
  init(ofValue node: NodeID, formula: Formula) {
    let run = formula.run
    let value = run.values[node.index]
    let result: (Line.Kind, Expression) = (.result, formula.number(value))
    let operands = Array(run.scene.graph.operands(of: node))
    var steps: [(Line.Kind, Expression)] = []
    switch run.scene.graph.operation(of: node) {
    case .input: headline = [.node(node), .text(" is an input")]
    case .parameter: headline = [.node(node), .text(" is a parameter, which training changes")]
    case .constant: headline = [.node(node), .text(" is a constant: no gradient goes to it")]
    case .primitive(let primitive):
      headline = [.node(node), .text(" is computed from ")] + Self.list(operands)
      steps = [
        (.symbols, .applying(primitive, to: operands.map(formula.reference(to:)))),
        (
          .numbers,
          .applying(primitive, to: operands.map { formula.number(run.values[$0.index]) })
        ),
      ]
    }
    derivation =
      formula.labels.isNumber(node)
      ? []
      : Self.lines(steps + [result], left: formula.labels[node], relation: "=", value: value)
    remarks = Remarks(formula: formula).aboutValue(of: node)
    reads = operands.map { Reading(node: $0, field: .data) }.withoutRepeats
  }

  /// The nodes without repeats: "x and y".
  private static func list(_ nodes: [NodeID]) -> [Piece] {
    let first = nodes.prefix(1).map(Piece.node)
    guard let second = nodes.dropFirst().first, second != nodes[0] else { return first }
    return first + [.text(" and "), .node(second)]
  }
}
