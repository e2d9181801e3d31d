package import Autograd
import SceneLanguage

// Steps whose numbers are tensors: the same sentences and chains, with formulas over whole tensors.

extension Explanation {
  /// The value of a node that is a tensor, or is computed from one.
  static func derivation(ofTensor node: NodeID, formula: Formula) -> [Line] {
    let graph = formula.run.scene.graph
    var steps: [(Line.Kind, Expression)] = []
    if case .primitive(let primitive) = graph.operation(of: node) {
      let operands = graph.operands(of: node).map(formula.reference(to:))
      steps = [(.symbols, .applying(primitive, to: operands))]
    }
    return lines(
      steps + [(.result, formula.value(of: node))],
      left: formula.labels[node], relation: "=", value: formula.run.values[node.index])
  }

  /// The pullback: what the consumer's row makes of the gradient from above.
  static func derivation(ofTensorArrival arrival: Arrival, formula: Formula) -> [Line] {
    let contribution = arrival.contribution
    let run = formula.run
    let left = formula.gradientSymbol(of: contribution.to)
    let amount = formula.tensor(run.amount(of: arrival))
    let product = lines(
      [(.rule, formula.pullback(of: contribution)), (.result, amount)], left: left, relation: "+=",
      value: contribution.amount)
    guard let before = run.before(arrival) else { return product }
    let total = run.total(after: arrival)
    let sum = Expression.applying(.add, to: [formula.tensor(before), amount])
    return product
      + lines(
        [(.numbers, sum), (.result, formula.tensor(total))], left: left, relation: "=",
        value: arrival.total)
  }

  /// The whole gradient of a node that is a tensor.
  static func derivation(ofTensorFinal node: NodeID, formula: Formula) -> [Line] {
    let run = formula.run
    guard let number = run.gradients[node.index] else { return [] }
    let text = run.finalText(of: node, digits: formula.digits)
    let gradient = text.map { Expression.number(.nan, shown: $0) } ?? formula.number(number)
    return lines(
      [(.result, gradient)], left: formula.gradientSymbol(of: node), relation: "=",
      value: .nan)
  }
}

extension Formula {
  /// Whether the node or one of its operands is a tensor.
  func hasTensor(at node: NodeID) -> Bool {
    run.isTensor(node) || run.scene.graph.operands(of: node).contains { run.isTensor($0) }
  }

  /// A tensor as a term, written as short as it goes.
  func tensor(_ tensor: Tensor) -> Expression {
    .number(tensor.number ?? .nan, shown: TensorText.summary(tensor, digits: digits))
  }

  /// The value of a node as a term, without reading a large one anew.
  func value(of node: NodeID) -> Expression {
    guard run.isTensor(node) else { return number(run.values[node.index]) }
    return .number(
      .nan, shown: run.summary(of: node, at: run.nodeCount, digits: digits) ?? "")
  }

  /// `∂L/∂Y @ W.T`: the rule of the consumer's row, over the labels of its operands.
  func pullback(of contribution: Contribution) -> Expression {
    guard case .primitive(let primitive) = run.scene.graph.operation(of: contribution.from) else {
      return gradient(of: contribution.from)
    }
    let upstream = gradient(of: contribution.from).text(.mathematical)
    let names = run.scene.graph.operands(of: contribution.from).map { labels[$0] }
    let out = labels[contribution.from]
    let rule = primitive.rules[contribution.slot]
    guard !primitive.isElementwise else {
      let local =
        rule.cases.count == 1
        ? Self.filled(rule.cases[0].formula, names, out, upstream)
        : "∂\(out)/∂\(labels[contribution.to])"
      let product = local == "1" ? upstream : "\(upstream) * \(Self.bracketed(local))"
      return .name(isSummed(contribution) ? "sum of \(product) over what was stretched" : product)
    }
    let texts = rule.cases.map { Self.filled($0.formula, names, out, upstream) }
    let text = texts[0].contains(upstream) ? texts[0] : "\(upstream) * \(Self.bracketed(texts[0]))"
    return .name(text)
  }

  /// Whether the operand was stretched to the shape of the result, so that its gradient is summed.
  private func isSummed(_ contribution: Contribution) -> Bool {
    run.shape(of: contribution.to).count != run.shape(of: contribution.from).count
  }

  /// The rule's text with the labels for `x`, `y`, `out` and `upstream`.
  static func filled(
    _ rule: String, _ operands: [String], _ out: String, _ upstream: String
  ) -> String {
    var text = ""
    var word = ""
    func replaced(_ word: String) -> String {
      switch word {
      case "x": operands.first ?? word
      case "y": operands.last ?? word
      case "out": out
      case "upstream": upstream
      default: word
      }
    }
    for character in rule {
      if character.isLetter {
        word.append(character)
      } else {
        text += replaced(word) + String(character)
        word = ""
      }
    }
    return text + replaced(word)
  }

  private static func bracketed(_ text: String) -> String {
    text.contains(" ") ? "(\(text))" : text
  }
}

extension Run {
  /// `X.T @ ∂L/∂Y`: what an edge passes back, over the labels of nodes.
  package func pullbackText(of contribution: Contribution) -> String {
    Formula(run: self, digits: .four).pullback(of: contribution).text(.mathematical)
  }

  /// A tensor's whole gradient in a line; nil where it is a number, or there never is one.
  package func finalText(of node: NodeID, digits: Digits) -> String? {
    guard isTensor(node), gradients[node.index] != nil else { return nil }
    if TensorText.writesOut(shape(of: node)) {
      return gradientTensor(of: node).map { TensorText.all($0, digits: digits) }
    }
    return gradientRange(of: node).map {
      "\(shape(of: node)) \(TensorText.text(of: $0, digits: digits))"
    }
  }
}
