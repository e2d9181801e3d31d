import ArgumentParser
import Playback

/// `NAME=EXPRESSION`, as `--set` and `--against` take it.
struct Assignment: ExpressibleByArgument, CustomStringConvertible {
  let variation: Variation

  init?(argument: String) {
    guard let variation = Variation(argument) else { return nil }
    self.variation = variation
  }

  var name: String { variation.name }
  var expression: String { variation.expression }
  var description: String { variation.text }
}
