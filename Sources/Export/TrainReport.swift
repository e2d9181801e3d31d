import Autograd
package import Playback
import SceneLanguage

/// What training has led to, for `train`: the loss of every step, and the parameters.
package struct TrainReport {
  let training: Training

  package init(training: Training) { self.training = training }

  package func writeJSON(to stream: inout some TextOutputStream) {
    var json = JSONWriter()
    json.object { json in
      json.member("scene", training.scene.source.shortName)
      json.member("losses", training.losses)
      json.name("parameters")
      json.object { json in
        for (node, tensor) in training.parameters { json.member(label(of: node), tensor) }
      }
    }
    json.drain(to: &stream)
    stream.write("\n")
  }

  /// Some of the losses, and what the parameters are now.
  package func writeText(to stream: inout some TextOutputStream) {
    stream.write("\(training.scene.heading)\n\n")
    var losses = TextTable(header: ["step", "loss"])
    for step in Self.shownSteps(of: training.losses.count) {
      losses.append([
        "\(step + 1)", NumberText.text(of: training.losses[step], digits: .all),
      ])
    }
    losses.write(to: &stream)
    stream.write("\n")
    var parameters = TextTable(header: ["parameter", "data"])
    for (node, tensor) in training.parameters {
      parameters.append([label(of: node).sanitized, TensorText.summary(tensor, digits: .all)])
    }
    parameters.write(to: &stream)
  }

  /// The first and the last of so many steps and some between them, evenly spread.
  static func shownSteps(of count: Int) -> [Int] {
    guard count > 21 else { return Array(0..<count) }
    return (0...20).map { $0 * (count - 1) / 20 }
  }

  private func label(of node: NodeID) -> String { Labels(scene: training.scene)[node] }
}
