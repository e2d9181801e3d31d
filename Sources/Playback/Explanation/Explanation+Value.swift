import Autograd
import SceneLanguage

extension Explanation {
  /// How a node's value comes about.
  init(ofValue node: NodeID, formula: Formula) {
    let operands = Array(formula.run.scene.graph.operands(of: node))
    switch formula.run.scene.graph.operation(of: node) {
    case .input: headline = formula.named(node) + [.text(" is an input")]
    case .parameter:
      headline = formula.named(node) + [.text(" is a parameter, which training changes")]
    case .constant:
      headline = formula.named(node) + [.text(" is a constant: no gradient goes to it")]
    case .primitive:
      headline =
        formula.named(node) + [.text(" is computed from ")] + Self.list(operands, formula)
    }
    derivation = Self.derivation(ofValue: node, formula: formula)
    remarks = Remarks(formula: formula).aboutValue(of: node)
    reads = operands.map { Reading(node: $0, field: .data) }.withoutRepeats
  }

  /// Operation, numbers, result; nothing for a number, which needs no words.
  static func derivation(ofValue node: NodeID, formula: Formula) -> [Line] {
    guard !formula.labels.isNumber(node) else { return [] }
    if formula.hasTensor(at: node) { return derivation(ofTensor: node, formula: formula) }
    let values = formula.run.values
    var steps: [(Line.Kind, Expression)] = []
    if case .primitive(let primitive) = formula.run.scene.graph.operation(of: node) {
      let operands = formula.run.scene.graph.operands(of: node)
      steps = [
        (.symbols, .applying(primitive, to: operands.map(formula.reference(to:)))),
        (.numbers, .applying(primitive, to: operands.map { formula.number(values[$0.index]) })),
      ]
    }
    let value = values[node.index]
    return lines(
      steps + [(.result, formula.number(value))], left: formula.labels[node], relation: "=",
      value: value)
  }

  /// The nodes without repeats: "x and y".
  private static func list(_ nodes: [NodeID], _ formula: Formula) -> [Piece] {
    let first = nodes.prefix(1).flatMap(formula.named)
    guard let second = nodes.dropFirst().first, second != nodes[0] else { return first }
    return first + [.text(" and ")] + formula.named(second)
  }
}
