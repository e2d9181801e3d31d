import ArgumentParser
import Autograd
import Export
import Playback

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Every node's value and gradient.")

  @Argument(help: "A scene's file, or - for standard input.") var scene: String?
  @Option(help: "text or json.") var format = ReportFormat.text
  @Option(
    help: ArgumentHelp(
      "Also push a tangent of 1 from this node through the graph: ∂node/∂name of every node.",
      valueName: "name"))
  var forward: String?
  @OptionGroup var options: SceneOptions
  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    let scene = try SceneReading(scene, options: options).scene
    let moving = try forward.map { try scene.node(named: $0, for: "--forward") }
    let report = EvalReport(run: Run(scene: scene), moving: moving)
    var output = appearance.output(format == .json ? .json : .text)
    switch format {
    case .text: report.writeText(to: &output)
    case .json: report.writeJSON(to: &output)
    }
    try output.finish()
  }
}
