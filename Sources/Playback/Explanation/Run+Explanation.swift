import SceneLanguage

extension Run {
  /// What the step does and why; `step` is an index from 0 up to `stepCount`.
  package func explanation(of step: Int, digits: Digits = .four) -> Explanation {
    let formula = Formula(run: self, digits: digits)
    switch self.step(at: step).kind {
    case .value(let node): return Explanation(ofValue: node, formula: formula)
    case .zero(let nodes): return Explanation(ofZero: nodes, formula: formula)
    case .seed(let node): return Explanation(ofSeed: node, formula: formula)
    case .contribution(let arrival): return Explanation(of: arrival, formula: formula)
    case .final(let node): return Explanation(ofFinal: node, formula: formula)
    case .update(let node): return Explanation(ofUpdate: node, formula: formula)
    }
  }

  /// The step in one line: `∂L/∂b += ∂L/∂c · ∂c/∂b = -1.135 · 0.105 = -0.1192`.
  ///
  /// Only what is in the line is worked out: a trace asks for one line a step.
  package func text(of step: Int) -> String {
    let formula = Formula(run: self, digits: .four)
    switch self.step(at: step).kind {
    case .value(let node):
      let lines = Explanation.derivation(ofValue: node, formula: formula)
      return lines.isEmpty
        ? Explanation(ofValue: node, formula: formula).sentence(labels) : Self.text(of: lines)
    case .zero(let nodes):
      return Explanation(ofZero: nodes, formula: formula).sentence(labels)
    case .contribution(let arrival):
      return Self.text(of: Explanation.derivation(of: arrival, rule: nil, formula: formula))
    case .seed(let output):
      let lines = Explanation.derivation(ofSeed: output, formula: formula)
      return "\(Self.text(of: lines)): \(labels[output]) changes exactly as much as itself"
    case .final(let node):
      let ledger = ledger(of: node, at: stepCount)
      let lines = Explanation.derivation(ofFinal: node, ledger: ledger, formula: formula)
      return Self.text(of: lines) + ", final"
    case .update(let node):
      return Self.text(of: Explanation(ofUpdate: node, formula: formula).derivation)
    }
  }

  private static func text(of lines: [Explanation.Line]) -> String {
    Explanation.chains(of: lines).joined(separator: "; ")
  }
}
