import Autograd
import SceneLanguage

/// Writes the sum that makes one element of what an edge adds to a gradient.
struct GradientCell {
  let run: Run
  let names: CellNames
  let digits: Digits

  func sum(_ element: Int, of arrival: Arrival) -> CellSum {
    let contribution = arrival.contribution
    let terms = run.cells(element, of: arrival)
    let total =
      arrival.isAlone
      ? run.gradientElement(element, of: contribution.to) ?? 0
      : terms.reduce(nil as Double?) { sum, term in sum.map { $0 + term.amount } ?? term.amount }
        ?? 0
    let shown = CellWriting.shown(of: terms.count).map {
      number(terms[$0], at: contribution, element)
    }
    return CellSum(
      left: names.gradient(of: contribution.to, element),
      relation: arrival.isAlone ? "=" : "+=",
      rule: rule(terms, at: contribution, element),
      numbers: CellWriting.joined(shown, of: terms.count), count: terms.count, total: total,
      words: words(terms, at: contribution, element), lit: lit(terms, at: contribution),
      digits: digits)
  }

  private func primitive(_ node: NodeID) -> Primitive? {
    if case .primitive(let primitive) = run.scene.graph.operation(of: node) {
      primitive
    } else {
      nil
    }
  }

  private func other(_ contribution: Contribution) -> NodeID? {
    let operands = run.scene.graph.operands(of: contribution.from)
    return operands.count > 1 ? operands[1 - contribution.slot] : nil
  }

  /// `Σ_k X[k, 1]·∂L/∂Y[k, 0]`.
  private func rule(_ terms: [CellTerm], at contribution: Contribution, _ element: Int) -> String {
    guard let first = terms.first, let last = terms.last else { return "0" }
    let shape = run.shape(of: contribution.from)
    let letters = names.letters(from: first.out, to: last.out, in: shape)
    let running = letters.compactMap { $0 }
    let consumer = names.name(
      of: contribution.from, from: first.out, to: last.out, letters: letters)
    let upstream = "∂\(run.labels[run.output])/∂\(consumer)"
    var partner: String?
    if let other = other(contribution), let start = first.partner, let end = last.partner {
      partner = names.name(of: other, from: start, to: end, letters: letters)
    }
    let local = local(first, contribution, element, consumer, partner, isOne: terms.count == 1)
    let product = product(upstream, local, at: contribution)
    return running.isEmpty ? product : "Σ_\(running.joined(separator: ",")) \(product)"
  }

  /// The local derivative over names; nil where it is 1.
  ///
  /// - Parameter isOne: whether there is no other term, for which another case might hold.
  private func local(
    _ term: CellTerm, _ contribution: Contribution, _ element: Int, _ consumer: String,
    _ partner: String?, isOne: Bool
  ) -> String? {
    guard let primitive = primitive(contribution.from) else { return nil }
    if primitive == .matmul { return partner }
    let own = names.name(of: contribution.to, element)
    let whole = "∂\(consumer)/∂\(own)"
    let rule = primitive.rules[contribution.slot]
    guard primitive.isElementwise || isReduction(contribution.from) else {
      return term.derivative == 1 ? nil : whole
    }
    let operands = contribution.slot == 0 ? [own, partner ?? own] : [partner ?? own, own]
    guard let formula = formula(of: rule, primitive, term, contribution, element, isOne) else {
      return whole
    }
    let text = Formula.filled(formula, operands, consumer, "")
    if text == "1" { return nil }
    // The names hold blanks of their own, in their indices.
    return formula.contains(" ") ? "(\(text))" : text
  }

  /// The formula that applies; nil where several cases may.
  private func formula(
    of rule: Primitive.Rule, _ primitive: Primitive, _ term: CellTerm,
    _ contribution: Contribution, _ element: Int, _ isOne: Bool
  ) -> String? {
    if rule.cases.count == 1 { return rule.cases[0].formula }
    guard isOne else { return nil }
    guard primitive.isElementwise else { return rule.cases[term.derivative == 0 ? 1 : 0].formula }
    let own = run.element(element, of: contribution.to)
    let partner = other(contribution).flatMap { node in
      term.partner.map { run.element($0, of: node) }
    }
    let (x, y) = contribution.slot == 0 ? (own, partner ?? 0) : (partner ?? 0, own)
    return rule.applied(x: x, y: y)?.formula
  }

  private func isReduction(_ node: NodeID) -> Bool {
    let names: Set = ["sum", "mean", "max", "min", "prod", "logsumexp", "norm"]
    return primitive(node).map { names.contains($0.name) } ?? false
  }

  /// Upstream times local; the other way round where that is the order of the matrices.
  private func product(
    _ upstream: String, _ local: String?, at contribution: Contribution
  ) -> String {
    guard let local else { return upstream }
    let isRight = primitive(contribution.from) == .matmul && contribution.slot == 1
    return isRight ? "\(local)·\(upstream)" : "\(upstream)·\(local)"
  }

  private func number(
    _ term: CellTerm, at contribution: Contribution, _ element: Int
  ) -> String {
    let consumer = names.name(of: contribution.from, term.out)
    let partner = term.partner.map { "\($0)" }
    let isPlain = local(term, contribution, element, consumer, partner, isOne: true) == nil
    return product(
      text(term.upstream), isPlain ? nil : text(term.derivative), at: contribution)
  }

  private func text(_ value: Double) -> String { NumberText.text(of: value, digits: digits) }

  private func lit(_ terms: [CellTerm], at contribution: Contribution) -> [CellSum.Lit] {
    let outs = CellSum.Lit(
      node: contribution.from, field: .grad, elements: CellWriting.thinned(terms.map(\.out)))
    let partners = CellWriting.thinned(terms.compactMap(\.partner))
    guard let other = other(contribution), !partners.isEmpty,
      let primitive = primitive(contribution.from),
      !primitive.isElementwise
        || primitive.rules[contribution.slot].reads.contains(contribution.slot == 0 ? .y : .x)
    else { return [outs] }
    return [outs, CellSum.Lit(node: other, field: .data, elements: partners)]
  }
}

extension GradientCell {
  /// Which row meets which column, what was copied, what fans out.
  private func words(
    _ terms: [CellTerm], at contribution: Contribution, _ element: Int
  ) -> String {
    let (own, consumer) = (run.shape(of: contribution.to), run.shape(of: contribution.from))
    guard let primitive = primitive(contribution.from) else { return "" }
    let gradient = "∂\(run.labels[run.output])/∂\(run.labels[contribution.from])"
    if primitive == .matmul, let other = other(contribution) {
      guard own.rank == 2, run.shape(of: other).rank == 2 else { return "" }
      let (row, column) = element.quotientAndRemainder(dividingBy: own.columns)
      return contribution.slot == 0
        ? "Row \(row) of \(gradient) times row \(column) of \(run.labels[other])."
        : "Column \(row) of \(run.labels[other]) times column \(column) of \(gradient)."
    }
    let name = names.name(of: contribution.to, element)
    if primitive.isElementwise, own != consumer, terms.count > 1 {
      return "\(name) was copied \(terms.count) times on the way forward: back, what its copies "
        + "receive is added up."
    }
    if isReduction(contribution.from), own.count > consumer.count, let term = terms.first {
      let source = names.gradient(of: contribution.from, term.out)
      return
        "A reduction fans out: \(source) goes to each of \(own.count / max(1, consumer.count)) "
        + "elements, times its local derivative."
    }
    return ""
  }
}
