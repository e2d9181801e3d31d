import Autograd
import SceneLanguage

extension Formula {
  /// The local derivative that applies at a node, from the primitive's row.
  struct LocalRule {
    let primitive: Primitive
    let slot: Int
    let operands: [NodeID]
    let out: NodeID
    let applied: Primitive.Rule.Case
    /// Over `x`, `y` and `out`, with numbers for operands that are numbers in the text.
    let formula: Expression
  }

  /// What the rules of all primitives spell, read once.
  private static let rules: [String: Expression] = Dictionary(
    Primitive.elementwise.flatMap(\.rules).flatMap(\.cases).compactMap { form in
      Expression(form.formula).map { (form.formula, $0) }
    }, uniquingKeysWith: { first, _ in first })

  func localRule(of contribution: Contribution) -> LocalRule? {
    guard
      case .primitive(let primitive) = run.scene.graph.operation(of: contribution.from)
    else { return nil }
    let operands = Array(run.scene.graph.operands(of: contribution.from))
    let values = operands.map { run.values[$0.index] }
    guard let x = values.first,
      let applied = primitive.rules[contribution.slot].applied(x: x, y: values.last ?? 0),
      let formula = Self.rules[applied.formula]
    else { return nil }
    let rule = LocalRule(
      primitive: primitive, slot: contribution.slot, operands: operands, out: contribution.from,
      applied: applied, formula: formula)
    let simplified = formula.substituting { name in
      rule.node(named: name).flatMap { labels.isNumber($0) ? reference(to: $0) : nil }
    }.simplified
    return LocalRule(
      primitive: primitive, slot: contribution.slot, operands: operands, out: contribution.from,
      applied: applied, formula: simplified)
  }

  /// The rule over the labels of the nodes: `c · (1 - c)`.
  func symbols(of rule: LocalRule) -> Expression {
    rule.formula.substituting { name in rule.node(named: name).map(reference(to:)) }
  }

  /// The rule over their values: `0.8808 · (1 - 0.8808)`.
  func numbers(of rule: LocalRule) -> Expression {
    rule.formula.substituting { name in
      rule.node(named: name).map { number(run.values[$0.index]) }
    }
  }

  /// The condition of the case in the labels of the nodes, `b > 0`; nil where there is nothing to
  /// choose, or nothing to say about it.
  func condition(of rule: LocalRule) -> String? {
    guard let condition = rule.applied.condition, condition != "otherwise" else { return nil }
    let words = condition.split(separator: " ").map(String.init)
    let nodes = words.compactMap(rule.node(named:))
    guard nodes.contains(where: { !labels.isNumber($0) }),
      nodes.allSatisfy({ !run.values[$0.index].isNaN })
    else { return nil }
    return words.map { word in rule.node(named: word).map { labels[$0] } ?? word }
      .joined(separator: " ")
  }
}

extension Formula.LocalRule {
  /// The node that `x`, `y` or `out` stands for.
  func node(named name: String) -> NodeID? {
    switch name {
    case "x": operands.first
    case "y": operands.count > 1 ? operands[1] : nil
    case "out": out
    default: nil
    }
  }

  /// The nodes whose values the derivative is computed from, the output first.
  var readNodes: [NodeID] {
    var nodes: [NodeID] = []
    let reads = applied.reads
    if reads.contains(.out) { nodes.append(out) }
    if reads.contains(.x), let x = node(named: "x") { nodes.append(x) }
    if reads.contains(.y), let y = node(named: "y") { nodes.append(y) }
    return nodes + conditionNodes
  }

  /// The nodes that the condition of the case compares, each once.
  var conditionNodes: [NodeID] {
    let words = applied.condition?.split(separator: " ") ?? []
    return words.compactMap { node(named: String($0)) }.reduce(into: []) { nodes, node in
      if !nodes.contains(node) { nodes.append(node) }
    }
  }
}
