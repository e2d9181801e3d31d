import Autograd
import SceneLanguage

extension Explanation {
  /// Rule, symbols, numbers, result: how much one consumer passes to one operand.
  init(of arrival: Arrival, formula: Formula) {
    let contribution = arrival.contribution
    let isOfNumbers = formula.run.isOfNumbers(contribution)
    let rule = isOfNumbers ? formula.localRule(of: contribution) : nil
    let receiver = contribution.to
    headline = Self.headline(of: contribution, formula: formula)
    derivation = Self.derivation(of: arrival, rule: rule, formula: formula)
    remarks = Remarks(formula: formula).about(arrival, rule: rule)
    var reads = [Reading(node: contribution.from, field: .grad)]
    reads += (rule?.readNodes ?? []).map { Reading(node: $0, field: .data) }
    if arrival.before != nil { reads.append(Reading(node: receiver, field: .grad)) }
    self.reads = reads.withoutRepeats
  }

  /// Without a rule, the lines that lead from the chain rule to its numbers are left out.
  static func derivation(
    of arrival: Arrival, rule: Formula.LocalRule?, formula: Formula
  ) -> [Line] {
    guard formula.run.isOfNumbers(arrival.contribution) else {
      return derivation(ofTensorArrival: arrival, formula: formula)
    }
    return product(of: arrival.contribution, rule: rule, formula: formula)
      + addition(of: arrival, formula: formula)
  }

  private static func headline(of contribution: Contribution, formula: Formula) -> [Piece] {
    var pieces =
      formula.named(contribution.from) + [.text(" passes its gradient to ")]
      + formula.named(contribution.to)
    if formula.isRepeated(contribution) {
      pieces.append(.text(contribution.slot == 0 ? ", its first operand" : ", its second operand"))
    }
    return pieces
  }

  private static func product(
    of contribution: Contribution, rule: Formula.LocalRule?, formula: Formula
  ) -> [Line] {
    let upstream = formula.number(contribution.upstream)
    var steps: [(Line.Kind, Expression)] = [(.rule, formula.chain(of: contribution))]
    if let rule {
      let gradient = formula.gradient(of: contribution.from)
      let isFlat = formula.isFlat(rule, at: contribution)
      let symbols = formula.product(gradient, formula.symbols(of: rule), flat: isFlat)
      let numbers = formula.product(upstream, formula.numbers(of: rule), flat: isFlat)
      steps += [(.symbols, symbols), (.numbers, numbers)]
    }
    steps.append((.numbers, formula.product(upstream, formula.number(contribution.local))))
    steps.append((.result, formula.number(contribution.amount)))
    return lines(
      steps, left: formula.gradientSymbol(of: contribution.to), relation: "+=",
      value: contribution.amount)
  }

  /// What the receiver's total becomes, where something had arrived before.
  private static func addition(of arrival: Arrival, formula: Formula) -> [Line] {
    guard let before = arrival.before,
      let sum = formula.sum([formula.number(before), formula.number(arrival.contribution.amount)])
    else { return [] }
    return lines(
      [(.numbers, sum), (.result, formula.number(arrival.total))],
      left: formula.gradientSymbol(of: arrival.contribution.to), relation: "=",
      value: arrival.total)
  }

  /// One line for each replacement that changes something.
  static func lines(
    _ steps: [(Line.Kind, Expression)], left: String, relation: String, value: Double
  ) -> [Line] {
    var lines: [Line] = []
    for (kind, right) in steps {
      if let last = lines.last, last.right.text(.mathematical) == right.text(.mathematical) {
        guard kind == .result else { continue }
        lines.removeLast()
      }
      lines.append(
        Line(
          kind: kind, left: lines.isEmpty ? left : "", relation: lines.isEmpty ? relation : "=",
          right: right, value: value))
    }
    return lines
  }
}

extension [Explanation.Reading] {
  var withoutRepeats: Self {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
