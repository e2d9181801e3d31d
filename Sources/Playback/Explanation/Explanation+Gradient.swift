import Autograd
import SceneLanguage

extension Explanation {
  /// The 1 that the backward pass starts from.
  init(ofSeed output: NodeID, formula: Formula) {
    headline = [
      .text("Backward starts at "), .node(output),
      .text(", which changes exactly as much as itself"),
    ]
    derivation = Self.lines(
      [(.result, formula.number(1))], left: formula.gradientSymbol(of: output), relation: "=",
      value: 1)
    remarks = Remarks(formula: formula).aboutSeed(of: output)
    reads = []
  }

  /// The ledger in one sum: nothing more can arrive.
  init(ofFinal node: NodeID, formula: Formula) {
    let run = formula.run
    let ledger = run.ledger(of: node, at: run.stepCount)
    let total = run.gradients[node.index] ?? 0
    headline = [.node(node), .text("'s gradient is final")]
    derivation = Self.lines(
      Self.sums(of: ledger, formula: formula) + [(.result, formula.number(total))],
      left: formula.gradientSymbol(of: node), relation: "=", value: total)
    remarks = Remarks(formula: formula).aboutFinal(of: node, ledger: ledger)
    reads = [Reading(node: node, field: .grad)]
  }

  /// The most contributions that one line still shows; a longer sum is left to the ledger.
  static let longestSum = 8

  private static func sums(of ledger: Ledger, formula: Formula) -> [(Line.Kind, Expression)] {
    guard ledger.rows.count <= longestSum else { return [] }
    let contributions = ledger.rows.map(\.arrival.contribution)
    let products = contributions.map(formula.chain(of:))
    let amounts =
      contributions.count == 1
      ? contributions.map { formula.product(formula.number($0.upstream), formula.number($0.local)) }
      : contributions.map { formula.number($0.amount) }
    guard let symbols = formula.sum(products), let numbers = formula.sum(amounts) else {
      return []
    }
    return [(.rule, symbols), (.numbers, numbers)]
  }
}
