import Autograd
package import SceneLanguage

extension Lockstep {
  /// Both from the beginning: a training, and the same with one thing changed.
  package init(
    _ training: Training, against variation: Variation, options: LoadOptions
  ) throws(Variation.Mistake) {
    self.init(training, try training.varied(by: variation, options: options))
  }

  /// The name of the node that differs; nil for one without.
  package func name(of difference: Difference) -> String? {
    scene(with: difference.node).details[difference.node.index].name
  }

  /// The index of the element that differs, an axis each; nil for a number, and where the forms do.
  package func index(of difference: Difference) -> [Int]? {
    guard let numbers = difference.numbers else { return nil }
    let shape = one.latest.graph.shape(of: difference.node)
    guard shape.rank > 0 else { return nil }
    return zip(shape.extents, shape.strides).map { numbers.element / $1 % $0 }
  }

  /// Where they part: `They part in the update of step 1: w becomes 2.25, and 1.5 with rate=0.25.`
  ///
  /// - Parameter variation: what the other one has other.
  package func sentence(_ difference: Difference, against variation: Variation) -> String {
    let pass = difference.phase == .update ? "update" : "\(difference.phase.rawValue) pass"
    let start = "They part in the \(pass) of step \(difference.step): "
    let label = Labels(scene: scene(with: difference.node))[difference.node]
    guard let numbers = difference.numbers else {
      return start + "\(label) has another form with \(variation.text)."
    }
    let name = label + one.latest.graph.shape(of: difference.node).index(of: numbers.element)
    let claim =
      switch difference.phase {
      case .backward: "the gradient of \(name) is"
      case .update: "\(name) becomes"
      default: "\(name) is"
      }
    let (mine, other) = numbers.texts
    return start + "\(claim) \(mine), and \(other) with \(variation.text)."
  }

  /// The scene that has the node.
  private func scene(with node: NodeID) -> Scene {
    node.index < one.scene.graph.count ? one.scene : other.scene
  }
}

extension Lockstep.Numbers {
  /// With so many digits that they are seen to differ.
  var texts: (one: String, other: String) {
    let short = (NumberText.text(of: one), NumberText.text(of: other))
    guard short.0 == short.1 else { return short }
    return (NumberText.text(of: one, digits: .all), NumberText.text(of: other, digits: .all))
  }
}
