import Autograd
package import Playback
import SceneLanguage

/// Where two trainings part, and the losses of both, for `train --against`.
package struct LockstepReport {
  let pair: Lockstep
  let variation: Variation

  package init(pair: Lockstep, variation: Variation) {
    self.pair = pair
    self.variation = variation
  }

  package func writeJSON(to stream: inout some TextOutputStream) {
    var json = JSONWriter()
    json.object { json in
      json.member("scene", pair.one.scene.source.shortName)
      json.member("against", variation.text)
      json.member("losses", pair.one.losses)
      json.member("other_losses", pair.other.losses)
      json.name("difference")
      guard let difference = pair.difference else { return json.scalar("null") }
      json.object { json in
        json.member("step", difference.step)
        json.member("phase", difference.phase.rawValue)
        json.member("node", difference.node)
        json.member("name", pair.name(of: difference))
        json.member("index", pair.index(of: difference))
        json.member("value", difference.numbers?.one)
        json.member("other", difference.numbers?.other)
      }
    }
    json.drain(to: &stream)
    stream.write("\n")
  }

  /// A sentence, and some of the losses.
  package func writeText(to stream: inout some TextOutputStream) {
    stream.write("\(pair.one.scene.heading)\n\n\(sentence.sanitized)\n\n")
    var losses = TextTable(header: ["step", "loss", "with \(variation.text.sanitized)"])
    for step in TrainReport.shownSteps(of: pair.stepCount) {
      losses.append(
        ["\(step + 1)"]
          + [pair.one, pair.other].map { NumberText.text(of: $0.losses[step], digits: .all) })
    }
    losses.write(to: &stream)
  }

  private var sentence: String {
    guard let difference = pair.difference else {
      return "With \(variation.text) every number of \(pair.stepCount) steps is the same."
    }
    return pair.sentence(difference, against: variation)
  }
}
