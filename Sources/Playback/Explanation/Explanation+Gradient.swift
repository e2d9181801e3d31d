import Autograd
import SceneLanguage

extension Explanation {
  /// The 1 that the backward pass starts from.
  init(ofSeed output: NodeID, formula: Formula) {
    headline = [
      .text("Backward starts at "), .node(output),
      .text(", which changes exactly as much as itself"),
    ]
    derivation = Self.derivation(ofSeed: output, formula: formula)
    remarks = Remarks(formula: formula).aboutSeed(of: output)
    reads = []
  }

  static func derivation(ofSeed output: NodeID, formula: Formula) -> [Line] {
    let isNumber = !formula.run.isTensor(output)
    let seed = isNumber ? formula.number(1) : .number(1, shown: "1 for every element")
    return lines(
      [(.result, seed)], left: formula.gradientSymbol(of: output), relation: "=", value: 1)
  }

  /// The ledger in one sum: nothing more can arrive.
  init(ofFinal node: NodeID, formula: Formula) {
    let run = formula.run
    let ledger = run.ledger(of: node, at: run.stepCount)
    headline =
      run.isTensor(node)
      ? [.text("The gradient of ")] + formula.named(node) + [.text(" is final")]
      : [.node(node), .text("'s gradient is final")]
    derivation = Self.derivation(ofFinal: node, ledger: ledger, formula: formula)
    remarks = Remarks(formula: formula).aboutFinal(of: node, ledger: ledger)
    reads = [Reading(node: node, field: .grad)]
  }

  static func derivation(ofFinal node: NodeID, ledger: Ledger, formula: Formula) -> [Line] {
    let areNumbers = ledger.rows.allSatisfy { formula.run.isOfNumbers($0.arrival.contribution) }
    if formula.run.isTensor(node) || !areNumbers {
      return derivation(ofTensorFinal: node, formula: formula)
    }
    let total = formula.run.gradients[node.index] ?? 0
    return lines(
      sums(of: ledger, formula: formula) + [(.result, formula.number(total))],
      left: formula.gradientSymbol(of: node), relation: "=", value: total)
  }

  /// The most contributions that one line still shows; a longer sum is left to the ledger.
  static let longestSum = 8

  private static func sums(of ledger: Ledger, formula: Formula) -> [(Line.Kind, Expression)] {
    guard ledger.rows.count <= longestSum else { return [] }
    let contributions = ledger.rows.map(\.arrival.contribution)
    let products =
      ledger.carriedTerms { _ in .name("carried") } + contributions.map(formula.chain(of:))
    let amounts =
      contributions.count == 1 && ledger.carried == nil
      ? contributions.map { formula.product(formula.number($0.upstream), formula.number($0.local)) }
      : ledger.carriedTerms(formula.number) + contributions.map { formula.number($0.amount) }
    guard let symbols = formula.sum(products), let numbers = formula.sum(amounts) else {
      return []
    }
    return [(.rule, symbols), (.numbers, numbers)]
  }
}

extension Ledger {
  /// The term of a sum that was carried over, if there is one.
  fileprivate func carriedTerms(_ term: (Double) -> Expression) -> [Expression] {
    carried.map { [term($0)] } ?? []
  }
}
