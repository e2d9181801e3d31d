import Autograd
import SceneLanguage

/// The sentences beside a derivation, each computed from the numbers it speaks of.
struct Remarks {
  let formula: Formula

  var run: Run { formula.run }
  var labels: Labels { run.labels }

  func aboutValue(of node: NodeID) -> [String] {
    nonFinite(valueOf: node)
  }

  func aboutSeed(of output: NodeID) -> [String] {
    nonFinite(valueOf: output)
  }

  func about(_ arrival: Arrival, rule: Formula.LocalRule?) -> [String] {
    var remarks = parts(of: arrival)
    if let rule {
      remarks += place(of: rule) + appliedCase(of: rule) + convention(of: rule)
      remarks += reasonForZero(arrival.contribution, rule: rule)
    } else {
      remarks += reasonForShape(arrival.contribution)
    }
    return remarks + nonFinite(arrival)
  }

  func aboutFinal(of node: NodeID, ledger: Ledger) -> [String] {
    let passesOn = !run.scene.graph.operands(of: node).isEmpty
    var remarks = [
      "Nothing more can arrive"
        + (passesOn ? ": only now may it pass its gradient on." : ".")
    ]
    if ledger.rows.count > Explanation.longestSum {
      remarks.append("It is the sum of \(ledger.rows.count) contributions.")
    }
    if let reason = run.zeroReason(of: node) { remarks.append(reason.sentence) }
    remarks += wrongSum(of: node)
    guard let last = run.entryRange(of: node).last else { return remarks }
    return remarks + nonFinite(totalOfEntry: last)
  }

  /// An edge carries a part, a node's gradient is the sum.
  private func parts(of arrival: Arrival) -> [String] {
    let contribution = arrival.contribution
    let gradient = formula.gradientSymbol(of: contribution.to)
    var remarks = carriedOver(to: contribution.to, whereFirst: arrival.received == 1)
    if arrival.expected > 1 {
      let count = "\(arrival.received) of \(arrival.expected) in: "
      remarks.append(
        count
          + (arrival.received < arrival.expected
            ? "an edge carries one part of \(gradient), not the whole."
            : "the sum of the parts is the whole \(gradient)."))
    }
    if formula.isRepeated(contribution), contribution.from != run.output {
      let label = labels[contribution.to]
      remarks.append(
        "\(label)₁ and \(label)₂ are \(label) as the first and as the second operand"
          + " of \(labels[contribution.from]).")
    }
    return remarks
  }

  /// Which number a function's derivative is read from: `exp` its output, `log` its input.
  private func place(of rule: Formula.LocalRule) -> [String] {
    guard case .call(let symbol) = rule.primitive.notation,
      let general = Expression(rule.applied.formula)?.text(.mathematical)
    else { return [] }
    let places = rule.readNodes.prefix(rule.applied.reads.isEmpty ? 0 : 1)
    return places.filter { !labels.isNumber($0) }.map { node in
      let place = rule.applied.reads.contains(.out) ? "output" : "input"
      return "The derivative of \(symbol) is \(general), read from its \(place) \(labels[node])."
    }
  }

  private func appliedCase(of rule: Formula.LocalRule) -> [String] {
    guard let condition = formula.condition(of: rule) else { return [] }
    let values = values(in: rule)
    return ["The rule for \(condition) applies" + (values == condition ? "." : ": \(values).")]
  }

  /// `b = 2`: the numbers the condition compares.
  private func values(in rule: Formula.LocalRule) -> String {
    rule.conditionNodes.filter { !labels.isNumber($0) }
      .map { "\(labels[$0]) = \(text(run.values[$0.index]))" }
      .joined(separator: ", ")
  }

  private func convention(of rule: Formula.LocalRule) -> [String] {
    let operands = rule.operands.map { run.values[$0.index] }
    guard let convention = rule.primitive.convention, let x = operands.first,
      rule.primitive.kink(x: x, y: operands.last ?? 0) == 0
    else { return [] }
    return ["\(rule.primitive.name) has no derivative here. Convention: \(convention)"]
  }

  func text(_ value: Double) -> String {
    NumberText.text(of: value, digits: formula.digits)
  }
}
