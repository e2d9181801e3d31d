import Autograd
import SceneLanguage

/// The expressions that explanations of one run are made of, with one number of digits.
struct Formula {
  let run: Run
  let digits: Digits

  var labels: Labels { run.labels }

  /// The node's label, or its number where that is its label.
  func reference(to node: NodeID) -> Expression {
    labels.expression(for: node, digits: digits)
  }

  /// The number as it is displayed.
  func number(_ value: Double) -> Expression {
    .number(value, shown: NumberText.text(of: value, digits: digits))
  }

  /// ∂L/∂b
  func gradientSymbol(of node: NodeID) -> String {
    "∂\(labels[run.output])/∂\(labels[node])"
  }

  func gradient(of node: NodeID) -> Expression { .name(gradientSymbol(of: node)) }

  /// The chain rule along one edge: `∂L/∂c · ∂c/∂b`, with `∂c/∂x₁` where x fills both slots.
  ///
  /// At the output the local derivative is written out instead: `∂L/∂a` there would be read as the
  /// gradient, which is the sum over all paths and not this one slot.
  func chain(of contribution: Contribution) -> Expression {
    let upstream = gradient(of: contribution.from)
    if contribution.from == run.output, let rule = localRule(of: contribution) {
      return product(upstream, symbols(of: rule), flat: isFlat(rule, at: contribution))
    }
    let position = isRepeated(contribution) ? (contribution.slot == 0 ? "₁" : "₂") : ""
    let operand = labels[contribution.to] + position
    return product(upstream, .name("∂\(labels[contribution.from])/∂\(operand)"))
  }

  /// Whether the receiver fills another slot of the consumer too.
  func isRepeated(_ contribution: Contribution) -> Bool {
    let operands = run.scene.graph.operands(of: contribution.from)
    return operands.filter { $0 == contribution.to }.count > 1
  }

  func product(_ left: Expression, _ right: Expression) -> Expression {
    .applying(.multiply, to: [left, right])
  }

  /// The upstream gradient, symbol or number, times the local derivative, factor by factor where
  /// that makes no difference: `∂L/∂c · c · (1 - c)`.
  func product(
    _ upstream: Expression, _ local: Expression, flat isFlat: Bool
  ) -> Expression {
    isFlat ? .product([upstream] + local.factors) : product(upstream, local)
  }

  /// Whether multiplying from left to right gives the same number; not where it leaves the range
  /// of numbers on the way.
  func isFlat(_ rule: LocalRule, at contribution: Contribution) -> Bool {
    let upstream = number(contribution.upstream)
    let local = numbers(of: rule)
    guard let nested = product(upstream, local).evaluate(),
      let flat = product(upstream, local, flat: true).evaluate()
    else { return false }
    return nested.isFinite && (flat - nested).magnitude <= 1e-13 * nested.magnitude
  }

  func sum(_ terms: [Expression]) -> Expression? {
    guard let first = terms.first else { return nil }
    return terms.dropFirst().reduce(first) { .applying(.add, to: [$0, $1]) }
  }
}
