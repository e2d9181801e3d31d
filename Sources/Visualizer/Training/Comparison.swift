import Playback
import SceneLanguage

/// A second training beside the one on the screen, other in one thing: both are made from their
/// beginnings to the last step the scene asks for, a few steps at a time.
struct Comparison: Sendable {
  let variation: Variation
  private(set) var pair: Lockstep

  init(
    _ training: Training, against variation: Variation, options: LoadOptions
  ) throws(Variation.Mistake) {
    self.variation = variation
    pair = try Lockstep(training, against: variation, options: options)
  }

  private var plannedSteps: Int { pair.one.plan.steps }
  var hasWork: Bool { pair.stepCount < plannedSteps }

  /// About how many numbers a step of both computes, and compares.
  var workPerStep: Int { 2 * (pair.one.workPerStep + pair.other.workPerStep) }

  /// Makes so many steps, as far as there are any.
  mutating func work(steps: Int) {
    for _ in 0..<steps where hasWork { pair.step() }
  }

  /// Where the two part, or that they have not yet.
  var sentence: String {
    if let difference = pair.difference { return pair.sentence(difference, against: variation) }
    let so = hasWork ? "so far, after" : "in all"
    return "With \(variation.text) every number is the same \(so) \(pair.stepCount) steps."
  }
}
