import ArgumentParser
import Export
import Playback

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Every node's value and gradient.")

  @Argument(help: "A scene's file, or - for standard input.") var scene: String?
  @Option(help: "text or json.") var format = ReportFormat.text
  @OptionGroup var options: SceneOptions
  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    let report = EvalReport(run: Run(scene: try SceneReading(scene, options: options).scene))
    var output = appearance.output(format == .json ? .json : .text)
    switch format {
    case .text: report.writeText(to: &output)
    case .json: report.writeJSON(to: &output)
    }
    try output.finish()
  }
}
