import SceneLanguage

extension Run {
  /// What the step does and why; `step` is an index from 0 up to `stepCount`.
  package func explanation(of step: Int, digits: Digits = .four) -> Explanation {
    let formula = Formula(run: self, digits: digits)
    switch self.step(at: step).kind {
    case .value(let node): return Explanation(ofValue: node, formula: formula)
    case .seed(let node): return Explanation(ofSeed: node, formula: formula)
    case .contribution(let arrival): return Explanation(of: arrival, formula: formula)
    case .final(let node): return Explanation(ofFinal: node, formula: formula)
    }
  }

  /// The step in one line: `∂L/∂b += ∂L/∂c · ∂c/∂b = -1.135 · 0.105 = -0.1192`.
  package func text(of step: Int) -> String {
    let explanation = explanation(of: step)
    let chains = explanation.chains.joined(separator: "; ")
    switch self.step(at: step).kind {
    case .value: return chains.isEmpty ? explanation.sentence(labels) : chains
    case .contribution: return chains
    case .seed(let output): return "\(chains): \(labels[output]) changes exactly as much as itself"
    case .final: return "\(chains), final"
    }
  }
}
