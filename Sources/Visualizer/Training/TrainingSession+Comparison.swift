import Playback
import SceneLanguage

extension TrainingSession {
  /// Begins a second training beside this one; the one before it is forgotten.
  ///
  /// Its steps are made while no key waits, so they must be short.
  mutating func compare(
    against variation: Variation, options: LoadOptions
  ) throws(Variation.Mistake) {
    let new = try Comparison(training, against: variation, options: options)
    guard new.workPerStep <= 4 * Self.patience else {
      throw .refused(
        "these steps take too long to make both here: backprop-tui train SCENE --against "
          + "'\(variation.text)'")
    }
    comparison = new
  }

  /// Makes as many steps of both as fit into about ten milliseconds.
  mutating func workOnComparison() {
    guard let work = comparison?.workPerStep else { return }
    comparison?.work(steps: max(1, Self.patience / work))
  }

  /// Goes back to where something ended: to the first step whose loss is no number, or before the
  /// first one without a gradient for an element that had some.
  ///
  /// - Returns: what to say of it.
  mutating func goToEnd() -> String {
    if let step = training.firstNonFiniteLoss {
      head(for: step + 1)
      return "Step \(step + 1) is the first one whose loss is no number."
    } else if let death = training.deaths.first {
      let name = training.sentence(death)
      head(for: death.step - 1)
      return "\(name): this is after step \(death.step - 1), the last one with a gradient."
    } else {
      return "Every loss is a number, and no parameter has lost its gradient so far."
    }
  }
}
