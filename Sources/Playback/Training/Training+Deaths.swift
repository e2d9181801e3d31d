package import Autograd
import SceneLanguage

extension Training {
  /// A parameter with elements that no gradient reaches any more.
  ///
  /// An element is dead when it has had gradients other than 0, and has had none since, while every
  /// sample was seen at least once: for one whole epoch; and when the `relu` that it feeds lets
  /// nothing through. Parameters of more than `Receipts.most` elements are left out.
  package struct Death: Hashable, Sendable {
    package let parameter: NodeID
    /// The element that died first, row major; of several the first.
    package let element: Int
    /// The first step without a gradient for it, from 1.
    package let step: Int
    /// How many elements of the parameter are dead.
    package let count: Int
    /// Whether some of them died later.
    package let hasLater: Bool
  }

  /// The parameters with dead elements, in the order of their first deaths.
  package var deaths: [Death] {
    var consumers: Consumers?
    return trainer.parameters.indices.compactMap { death(ofParameter: $0, &consumers) }
      .sorted { ($0.step, $0.parameter) < ($1.step, $1.parameter) }
  }

  /// - Parameter consumers: of the graph, once they are needed.
  private func death(ofParameter index: Int, _ consumers: inout Consumers?) -> Death? {
    let parameter = trainer.parameters[index]
    let shape = trainer.graph.shape(of: parameter)
    let last = trainer.lastReceived(byParameter: index)
    let seen = (stepCount / stepsPerEpoch - 1) * stepsPerEpoch
    var first: (element: Int, last: Int)?
    var (count, hasLater) = (0, false)
    var units: ClosedUnits?
    for (element, last) in last.enumerated() where last > 0 && last <= seen {
      let known = consumers ?? Consumers(of: latest.graph)
      consumers = known
      units = units ?? ClosedUnits(behind: parameter, known, of: self)
      guard let units else { return nil }
      guard units.areClosed(for: element, of: shape) else { continue }
      count += 1
      if let known = first?.last, known != last { hasLater = true }
      if first.map({ last < $0.last }) ?? true { first = (element, last) }
    }
    return first.map {
      Death(
        parameter: parameter, element: $0.element, step: $0.last + 1, count: count,
        hasLater: hasLater)
    }
  }
}

extension Training {
  /// Where elements died, in a sentence without its full stop: `W1[0, 3] and 4 more of W1 have
  /// received no gradient since step 12`.
  package func sentence(_ death: Death) -> String {
    let label = Labels(scene: scene)[death.parameter]
    let first = label + scene.graph.shape(of: death.parameter).index(of: death.element)
    let since = "no gradient since step \(death.step)"
    guard death.count > 1 else { return "\(first) has received \(since)" }
    let later = death.hasLater ? " or later" : ""
    return "\(first) and \(death.count - 1) more of \(label) have received \(since)\(later)"
  }

  /// What is to be said of all deaths, in two sentences at most.
  package var deathSentences: [String] {
    let deaths = deaths
    guard let first = deaths.first else { return [] }
    let reason = unit(of: first).map { ": " + $0 } ?? ""
    let labels = Labels(scene: scene)
    let others = deaths.dropFirst()
    guard !others.isEmpty else { return [sentence(first) + reason + "."] }
    let named = others.prefix(3).map { labels[$0.parameter] }.joined(separator: ", ")
    let more = others.count > 3 ? " and \(others.count - 3) more parameters" : ""
    return [
      sentence(first) + reason + ".",
      "Elements of \(named)\(more) have received none for some steps, either.",
    ]
  }

  private func unit(of death: Death) -> String? {
    ClosedUnits(behind: death.parameter, Consumers(of: latest.graph), of: self)?
      .sentence(for: death.element, of: trainer.graph.shape(of: death.parameter))
  }
}
