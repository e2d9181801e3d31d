import Autograd
import SceneLanguage

extension Remarks {
  /// What the first contribution is added to where the gradients were not set to 0.
  func carriedOver(to node: NodeID, whereFirst isFirst: Bool) -> [String] {
    guard isFirst, run.hasCarriedTotal(node), let text = carriedText(of: node) else { return [] }
    let step = (run.moment?.step ?? 1) - 1
    return [
      "\(text) was there before, from training step \(step): backward adds to what it finds."
    ]
  }

  /// That a gradient is more than the derivative.
  func wrongSum(of node: NodeID) -> [String] {
    guard run.hasCarriedTotal(node), let text = carriedText(of: node) else { return [] }
    return [
      "It is not the derivative: \(text) of it was carried over, because zero_grad was left out."
    ]
  }

  func aboutZero(of nodes: [NodeID]) -> [String] {
    guard let step = run.moment?.step, step > 1 else {
      return ["In the first step there is nothing to clear; in the next ones there is."]
    }
    let isLong = nodes.first.map { !TensorText.writesOut(run.shape(of: $0)) } ?? false
    let shown = nodes.prefix(isLong ? 1 : 2).compactMap { node in
      rangeText(of: node).map { "\(formula.gradientSymbol(of: node)) \($0)" }
    }
    let rest = nodes.count > shown.count ? ", ..." : ""
    return [
      "Step \(step - 1) left \(shown.joined(separator: ", "))\(rest); backward would add to that."
    ]
  }

  /// `= 3`, or `from -1 to 2` where there are more elements than are written out.
  private func rangeText(of node: NodeID) -> String? {
    guard let tensor = run.carriedGradient(of: node) else { return nil }
    guard !TensorText.writesOut(tensor.shape), let range = TensorRange(of: tensor) else {
      return "= \(TensorText.short(tensor, digits: formula.digits))"
    }
    return "from \(text(range.least)) to \(text(range.largest))"
  }

  func aboutUpdate(of node: NodeID, to update: Run.Update, at moment: Moment) -> [String] {
    if moment.rate == 0 { return ["The rate is 0: \(labels[node]) stays as it is."] }
    let (before, gradient) = (run.tensor(of: node), run.gradientTensor(of: node))
    var remarks: [String] = []
    if gradient?.elements.allSatisfy({ $0 == 0 }) == true {
      remarks.append(
        before.elements == update.value.elements
          ? "Its gradient is 0: it stays as it is."
          : "Its gradient is 0: what was kept of earlier ones moves it on.")
    }
    if let batch = moment.batch {
      remarks.append("The gradient is that of \(batch.size) of \(batch.samples) samples.")
    }
    if moment.optimizer == .adam, !run.isTensor(node) {
      remarks.append("m' and v' make up for the start of m and v at 0.")
    }
    guard run.isTensor(node), !TensorText.writesOut(before.shape) else { return remarks }
    let differences = zip(update.value.elements, before.elements).map { $0 - $1 }
    guard let range = TensorRange(of: Tensor(differences, shape: before.shape)) else {
      return remarks
    }
    let text = TensorText.text(of: range, digits: formula.digits)
    return remarks + ["What its elements change by goes \(text)."]
  }

  private func carriedText(of node: NodeID) -> String? {
    run.carriedGradient(of: node).map { TensorText.summary($0, digits: formula.digits) }
  }
}
