import Autograd
import SceneLanguage

extension Remarks {
  func nonFinite(valueOf node: NodeID) -> [String] {
    run.isFinite(node) ? [] : [sentence(about: run.origin(ofValue: node))]
  }

  func nonFinite(_ arrival: Arrival) -> [String] {
    guard run.isOfNumbers(arrival.contribution), !arrival.total.isFinite else { return [] }
    let range = run.entryRange(of: arrival.contribution.to)
    return nonFinite(totalOfEntry: range.lowerBound + arrival.received - 1)
  }

  func nonFinite(totalOfEntry index: Int) -> [String] {
    guard run.isOfNumbers(run.arrival(at: index).contribution),
      !run.entries[index].total.isFinite
    else { return [] }
    switch run.origin(ofEntry: index) {
    case .value(let node): return [sentence(about: node)]
    case .entry(let origin): return [sentence(aboutEntry: origin)]
    }
  }

  /// `nan first appears at v7 = log(x), where x = -1.`
  private func sentence(about node: NodeID) -> String {
    let start = "\(text(run.firstNonFinite(in: node))) first appears at \(labels[node])"
    guard case .primitive = run.scene.graph.operation(of: node),
      let operation = labels.formula(of: node)
    else { return start + "." }
    let operands = run.scene.graph.operands(of: node).filter { !labels.isNumber($0) }
    var places: [String] = []
    for operand in operands {
      let value = TensorText.short(run.tensor(of: operand), digits: formula.digits)
      let place = "\(labels[operand]) = \(value)"
      if !places.contains(place) { places.append(place) }
    }
    let place = places.isEmpty ? "" : ", where \(places.joined(separator: " and "))"
    return "\(start) = \(operation.text(.mathematical))\(place)."
  }

  /// `This inf first appears in step 9: ∂L/∂x += 1 · inf.` Another may have been there before.
  private func sentence(aboutEntry index: Int) -> String {
    let arrival = run.arrival(at: index)
    let contribution = arrival.contribution
    let isSum = contribution.amount.isFinite
    let gradient = formula.gradientSymbol(of: contribution.to)
    let sum =
      isSum
      ? "\(gradient) = \(text(arrival.before ?? 0)) + \(text(contribution.amount))"
      : "\(gradient) += \(text(contribution.upstream)) · \(text(contribution.local))"
    let value = text(isSum ? arrival.total : contribution.amount)
    return "This \(value) first appears in step \(run.entries[index].step + 1): \(sum)."
  }
}
