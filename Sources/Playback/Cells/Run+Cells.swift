package import Autograd
import SceneLanguage

extension Run {
  /// One element of a node's value at a moment.
  package func element(_ place: Int, of node: NodeID, at cursor: Int) -> Double {
    update(of: node, at: cursor)?.value.elements[place] ?? element(place, of: node)
  }

  /// One element of a node's value.
  package func element(_ place: Int, of node: NodeID) -> Double {
    guard let elements else { return values[node.index] }
    return scene.graph.element(place, of: node, in: elements.values)
  }

  /// One element of a node's final gradient; nil where there never is one.
  package func gradientElement(_ place: Int, of node: NodeID) -> Double? {
    guard let number = gradients[node.index] else { return nil }
    guard let elements else { return number }
    return scene.graph.gradientElement(place, of: node, in: elements.gradients)
  }

  /// Elements of what has arrived at a node when `cursor` steps are done; nil where nothing has.
  package func gradientElements(
    _ places: [Int], of node: NodeID, at cursor: Int
  ) -> [Double]? {
    switch gradient(of: node, at: cursor) {
    case .notYet, .never: return nil
    case .partial(_, let received, let expected) where received == expected && received > 0:
      return places.compactMap { gradientElement($0, of: node) }
    case .partial, .carried:
      guard let tensor = gradientTensor(of: node, at: cursor) else { return nil }
      return places.map { tensor.elements[$0] }
    case .final: return places.compactMap { gradientElement($0, of: node) }
    }
  }

  /// Everything that is known of one element, with the sums it comes from.
  ///
  /// - Parameter element: its place among the node's elements, which must have it.
  package func cell(
    _ element: Int, of node: NodeID, at cursor: Int, digits: Digits = .four
  ) -> CellReport {
    let names = CellNames(run: self)
    let isComputed = isKnown(node, at: cursor)
    var sums: [CellSum] = []
    if isComputed,
      let sum = ValueCell(run: self, names: names, digits: digits).sum(element, of: node)
    {
      sums.append(sum)
    }
    let gradient = gradientElements([element], of: node, at: cursor)?.first
    let arrivals = ledger(of: node, at: cursor).rows.map(\.arrival)
    let writer = GradientCell(run: self, names: names, digits: digits)
    sums += arrivals.suffix(4).map { writer.sum(element, of: $0) }
    return CellReport(
      name: names.name(of: node, element),
      value: isComputed ? self.element(element, of: node, at: cursor) : nil,
      gradient: gradient, sums: sums)
  }

  /// The terms of one element of what an arrival adds.
  func cells(_ element: Int, of arrival: Arrival) -> [CellTerm] {
    let contribution = arrival.contribution
    let arc = Arc(from: contribution.from, slot: contribution.slot, to: contribution.to)
    guard let elements else {
      let other = scene.graph.operands(of: contribution.from).count > 1 ? 0 : nil
      return [
        CellTerm(
          out: 0, upstream: contribution.upstream, derivative: contribution.local, partner: other)
      ]
    }
    return scene.graph.cells(
      of: arc, element: element, values: elements.values, gradients: elements.gradients)
  }

  /// The elements that one element of a value is made of.
  func origins(_ element: Int, of node: NodeID) -> [CellOrigin] {
    scene.graph.origins(of: node, element: element)
  }
}
