import ArgumentParser
import Export
import Playback

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "The scene for other programs.",
    discussion: "json is what eval writes, markdown what trace writes; more formats will follow.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, markdown
  }

  @Argument(help: "A scene's file, or - for standard input.") var scene: String?
  @Option(help: "json or markdown.") var format: Format
  @OptionGroup var options: SceneOptions
  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    let run = Run(scene: try SceneReading(scene, options: options).scene)
    var output = appearance.output(format == .json ? .json : .text)
    switch format {
    case .json: EvalReport(run: run).writeJSON(to: &output)
    case .markdown: TraceReport(run: run).writeMarkdown(to: &output)
    }
    try output.finish()
  }
}
