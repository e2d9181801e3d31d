import Autograd
import SceneLanguage

extension UpdateAlgebra {
  /// Kingma and Ba's algorithm 1, in its order.
  var adam: [Explanation.Line] {
    let mean = Quantity(name: .name("m"), tensor: kept(0, update.kept))
    let meanSquare = Quantity(name: .name("v"), tensor: kept(1, update.kept))
    let (first, firstLines) = corrected(mean, "m'", Optimizer.meanDecay)
    let (second, secondLines) = corrected(meanSquare, "v'", Optimizer.squareDecay)
    return decay(
      mean, from: kept(0, before), Optimizer.meanDecay, weight: 1 - Optimizer.meanDecay, [gradient])
      + decay(
        meanSquare, from: kept(1, before), Optimizer.squareDecay,
        weight: 1 - Optimizer.squareDecay, [gradient, gradient])
      + firstLines + secondLines + descent(along: first, over: second)
  }

  /// `m' = m / (1 - 0.9^3)`.
  private func corrected(
    _ mean: Quantity, _ name: String, _ decay: Double
  ) -> (Quantity, [Explanation.Line]) {
    let correction = Optimizer.correction(decay, step: moment.step)
    let tensor = mean.tensor.map { $0 / correction }
    let power = Expression.applying(
      .pow,
      to: [formula.number(decay), .number(Double(moment.step), shown: "\(moment.step)")])
    let divisor = Expression.applying(.subtract, to: [formula.number(1), power])
    let lines = chain(
      name, .applying(.divide, to: [mean.name, divisor]),
      .applying(.divide, to: [numbers(mean), formula.number(correction)]), result: tensor,
      relation: "=")
    return (Quantity(name: .name(name), tensor: tensor), lines)
  }

  /// `w <- w - 0.05 · m' / (sqrt(v') + 1e-8)`.
  private func descent(
    along mean: Quantity, over square: Quantity
  ) -> [Explanation.Line] {
    let old = Quantity(name: .name(formula.labels[node]), tensor: formula.run.tensor(of: node))
    let rate = formula.number(moment.rate)
    func difference(_ part: (Quantity) -> Expression) -> Expression {
      let root = Primitive.named("sqrt").map { Expression.applying($0, to: [part(square)]) }
      let divisor = Expression.applying(
        .add, to: [root ?? part(square), formula.number(Optimizer.smallest)])
      let ratio = Expression.applying(.divide, to: [formula.product(rate, part(mean)), divisor])
      return .applying(.subtract, to: [part(old), ratio])
    }
    return chain(
      formula.labels[node], difference(\.name), difference(numbers), result: update.value)
  }
}

extension Tensor {
  fileprivate func map(_ transform: (Double) -> Double) -> Tensor {
    Tensor(elements.map(transform), shape: shape)
  }
}
