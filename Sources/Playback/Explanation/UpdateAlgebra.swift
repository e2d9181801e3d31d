import Autograd
import SceneLanguage

/// The formulas of an optimizer with the numbers of one update in them: of a parameter that is a
/// number, or a tensor small enough to be written out; of a larger one the symbols and the result.
struct UpdateAlgebra {
  let node: NodeID
  let moment: Moment
  let update: Run.Update
  let formula: Formula

  var lines: [Explanation.Line] {
    switch moment.optimizer {
    case .sgd:
      return descent(along: gradient)
    case .momentum(let factor):
      let velocity = Quantity(name: .name("velocity"), tensor: kept(0, update.kept))
      return decay(velocity, from: kept(0, before), factor, weight: nil, [gradient])
        + descent(along: velocity)
    case .adam: return adam
    }
  }

  /// A name, and what it stands for.
  struct Quantity {
    let name: Expression
    let tensor: Tensor
  }

  var gradient: Quantity {
    Quantity(
      name: formula.gradient(of: node), tensor: formula.run.gradientTensor(of: node) ?? Tensor(.nan)
    )
  }

  private var shape: Shape { formula.run.shape(of: node) }

  /// What the optimizer kept before the update.
  var before: [Double] {
    moment.place(of: node).map { moment.kept[$0] } ?? []
  }

  func kept(_ list: Int, _ numbers: [Double]) -> Tensor {
    Tensor(Array(numbers[list * shape.count..<(list + 1) * shape.count]), shape: shape)
  }

  /// `w <- w - 0.05 · ∂L/∂w`.
  private func descent(along direction: Quantity) -> [Explanation.Line] {
    let rate = formula.number(moment.rate)
    let old = Quantity(name: .name(formula.labels[node]), tensor: formula.run.tensor(of: node))
    func difference(_ part: (Quantity) -> Expression) -> Expression {
      .applying(.subtract, to: [part(old), formula.product(rate, part(direction))])
    }
    return chain(
      formula.labels[node], difference(\.name), difference(numbers), result: update.value)
  }

  /// `m <- 0.9 · m + 0.1 · ∂L/∂w`, added up from left to right.
  ///
  /// - Parameter weight: what the gradients are multiplied by; nil for 1.
  func decay(
    _ mean: Quantity, from old: Tensor, _ factor: Double, weight: Double?, _ gradients: [Quantity]
  ) -> [Explanation.Line] {
    let old = Quantity(name: mean.name, tensor: old)
    func sum(_ part: (Quantity) -> Expression) -> Expression {
      let factors = (weight.map { [formula.number($0)] } ?? []) + gradients.map(part)
      return .applying(
        .add, to: [formula.product(formula.number(factor), part(old)), .product(factors)])
    }
    return chain(
      mean.name.text(.mathematical), sum(\.name), sum(numbers), result: mean.tensor)
  }

  func chain(
    _ left: String, _ symbols: Expression, _ numbers: Expression, result: Tensor,
    relation: String = "<-"
  ) -> [Explanation.Line] {
    var steps: [(Explanation.Line.Kind, Expression)] = [(.rule, symbols)]
    if TensorText.writesOut(shape) { steps.append((.numbers, numbers)) }
    steps.append((.result, formula.tensor(result)))
    return Explanation.lines(
      steps, left: left, relation: relation, value: result.number ?? .nan)
  }

  func numbers(_ quantity: Quantity) -> Expression { formula.tensor(quantity.tensor) }
}
