import Autograd
import SceneLanguage

// The two phases of a training step around the backward pass.

extension Explanation {
  /// The gradients of the parameters set to 0, before backward adds to them.
  init(ofZero nodes: [NodeID], formula: Formula) {
    let count = nodes.count
    headline = [
      .text(
        "zero_grad: the gradient\(count == 1 ? "" : "s") of \(count) "
          + "parameter\(count == 1 ? " is" : "s are") set to 0")
    ]
    derivation = nodes.prefix(count > 4 ? 3 : 4).flatMap { node in
      Self.lines(
        [(.result, formula.number(0))], left: formula.gradientSymbol(of: node), relation: "=",
        value: 0)
    }
    remarks = Remarks(formula: formula).aboutZero(of: nodes)
    reads = []
  }

  /// What the optimizer makes of a parameter, number by number as it computes them.
  init(ofUpdate node: NodeID, formula: Formula) {
    let run = formula.run
    reads = [Reading(node: node, field: .data), Reading(node: node, field: .grad)]
    guard let moment = run.moment, let update = run.update(of: node, at: run.stepCount) else {
      (headline, derivation, remarks) = ([.node(node)], [], [])
      return
    }
    let rate = NumberText.text(of: moment.rate, digits: formula.digits)
    headline =
      formula.named(node) + [.text(" is updated by \(moment.optimizer.name), at the rate \(rate)")]
    let algebra = UpdateAlgebra(node: node, moment: moment, update: update, formula: formula)
    derivation = algebra.lines
    remarks = Remarks(formula: formula).aboutUpdate(of: node, to: update, at: moment)
  }
}

extension Optimizer {
  /// As the scene language calls it.
  fileprivate var name: String {
    switch self {
    case .sgd: "sgd"
    case .momentum: "momentum"
    case .adam: "adam"
    }
  }
}
