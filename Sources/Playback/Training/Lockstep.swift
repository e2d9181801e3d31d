package import Autograd
import SceneLanguage

/// Two trainings side by side, step by step, and the first number in which they part.
///
/// ```swift
/// var pair = Lockstep(training, other)   // the same scene with another rate, say
/// pair.step()
/// pair.difference                        // in the update of step 1, at W1[0, 0]
/// ```
///
/// Numbers are compared bit by bit, but one nan is as good as another. Once the trainings have
/// parted, they only go on, so that their losses can be compared.
package struct Lockstep: Sendable {
  package private(set) var one: Training
  package private(set) var other: Training
  /// Where they part; nil as long as everything was the same.
  package private(set) var difference: Difference?
  /// The nodes whose gradients training needs, in tape order.
  private let leads: [NodeID]

  /// The first number, in the order of the steps, of their phases and of the tape, that is another.
  package struct Difference: Hashable, Sendable {
    /// Which step of the trainings, from 1.
    package let step: Int
    /// Where a value, a gradient or an updated parameter is the first: `forward`, `backward` or
    /// `update`.
    package let phase: Step.Phase
    package let node: NodeID
    /// The two numbers; nil where the node has another operation, other operands or another shape.
    package let numbers: Numbers?
  }

  package struct Numbers: Hashable, Sendable {
    /// Which element of the node, row major; 0 for a number.
    package let element: Int
    package let one: Double
    package let other: Double
  }

  /// Both from their beginnings.
  package init(_ one: Training, _ other: Training) {
    (self.one, self.other) = (one, other)
    self.one.rewind(to: 0)
    self.other.rewind(to: 0)
    let (graph, output) = (one.trainer.graph, one.trainer.output)
    let leads = graph.leadsToParameter(from: output)
    self.leads = graph.nodes.filter { leads[$0.index] }
  }

  package var stepCount: Int { one.stepCount }

  /// Makes a step of both.
  package mutating func step() {
    guard difference == nil else {
      one.step()
      other.step()
      return
    }
    let before = (one.parameters.map(\.tensor), other.parameters.map(\.tensor))
    one.step()
    other.step()
    difference = difference(before: before.0, before.1)
  }
}

extension Lockstep {
  /// The first difference in the step made last.
  ///
  /// - Parameter one, other: the parameters it began with.
  private func difference(before one: [Tensor], _ other: [Tensor]) -> Difference? {
    let (mine, others) = (self.one.latest, self.other.latest)
    let form = mine.graph.firstNodeOfOtherForm(in: others.graph)?.index
    let last = min(mine.output.index, others.output.index)
    let end = min(form ?? .max, last + 1)
    if let found = value(mine, others, before: (one, other), end: end) { return found }
    // Behind the two outputs nothing is computed.
    if let form, form <= max(mine.output.index, others.output.index) {
      return Difference(step: stepCount, phase: .forward, node: NodeID(form), numbers: nil)
    }
    if let place = mine.firstOtherGradient(in: others, nodes: leads) {
      let (one, other) = (
        mine.gradientElement(place.element, of: place.node),
        others.gradientElement(place.element, of: place.node)
      )
      return difference(.backward, place, one, other)
    }
    return mine.firstOtherParameter(in: others).map { place in
      difference(
        .update, place, mine.graph.leafElement(place), others.graph.leafElement(place))
    }
  }

  /// The first value that differs: between two parameters those of the pass, and of a parameter
  /// what it was before its update.
  private func value(
    _ mine: Trainer, _ others: Trainer, before: (one: [Tensor], other: [Tensor]), end: Int
  ) -> Difference? {
    var start = 0
    for (index, parameter) in mine.parameters.enumerated() where parameter.index < end {
      if let found = value(mine, others, start..<parameter.index) { return found }
      let one = before.one[index]
      // The output of the other may depend on fewer parameters.
      let isShared = others.parameters.dropFirst(index).first == parameter
      let other = isShared ? before.other[index] : others.graph.leafTensor(of: parameter)
      if let other, let element = one.firstOther(in: other) {
        let place = Trainer.Place(node: parameter, element: element)
        return difference(.forward, place, one.elements[element], other.elements[element])
      }
      start = parameter.index + 1
    }
    return value(mine, others, start..<max(start, end))
  }

  private func value(_ mine: Trainer, _ others: Trainer, _ nodes: Range<Int>) -> Difference? {
    mine.firstOtherValue(in: others, nodes: nodes).map { place in
      difference(
        .forward, place, mine.valueElement(place.element, of: place.node),
        others.valueElement(place.element, of: place.node))
    }
  }

  private func difference(
    _ phase: Step.Phase, _ place: Trainer.Place, _ one: Double, _ other: Double
  ) -> Difference {
    Difference(
      step: stepCount, phase: phase, node: place.node,
      numbers: Numbers(element: place.element, one: one, other: other))
  }
}

extension Graph {
  fileprivate func leafElement(_ place: Trainer.Place) -> Double {
    leafTensor(of: place.node)?.elements[place.element] ?? .nan
  }
}
