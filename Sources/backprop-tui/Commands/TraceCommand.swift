import ArgumentParser
import Export
import Playback

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Every step of the lesson.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json
  }

  @Argument(help: "A scene's file, or - for standard input.") var scene: String?
  @Option(help: "text, markdown or json.") var format = Format.text
  @OptionGroup var options: SceneOptions
  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    let report = TraceReport(run: Run(scene: try SceneReading(scene, options: options).scene))
    var output = appearance.output(format == .json ? .json : .text)
    switch format {
    case .text: report.writeText(to: &output)
    case .markdown: report.writeMarkdown(to: &output)
    case .json: report.writeJSON(to: &output)
    }
    try output.finish()
  }
}
