import Autograd
import SceneLanguage

extension Remarks {
  /// Why a contribution is a real 0.
  func reasonForZero(_ contribution: Contribution, rule: Formula.LocalRule) -> [String] {
    guard contribution.amount == 0 else { return [] }
    if contribution.upstream == 0 {
      let gradient = formula.gradientSymbol(of: contribution.from)
      return ["It is a real 0: \(gradient) is 0, so there is nothing to pass on."]
    }
    if contribution.local == 0 { return ["It is a real 0: \(reasonForFlatness(rule))."] }
    let product = "\(text(contribution.upstream)) · \(text(contribution.local))"
    return ["It is 0 because \(product) is too small for a number."]
  }

  private func reasonForFlatness(_ rule: Formula.LocalRule) -> String {
    let name = rule.primitive.name
    if let condition = formula.condition(of: rule) {
      return "\(name) lets nothing through where \(condition)"
    }
    let out = labels[rule.out]
    let value = run.values[rule.out.index]
    if rule.applied.reads == .out, value.isFinite {
      return "\(name) is saturated at \(out) = \(text(value))"
    }
    let derivative = formula.symbols(of: rule).text(.mathematical)
    return derivative == "0"
      ? "the local derivative is 0" : "the local derivative, \(derivative), is 0 here"
  }
}
