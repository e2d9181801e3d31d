import ArgumentParser
import Export
import Playback

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "The scene for other programs.",
    discussion: """
      dot is for Graphviz, cast a recording of the whole lesson for asciinema, json what eval \
      writes, markdown what trace writes.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case dot, json, markdown, cast
  }

  @Argument(help: "A scene's file, or - for standard input.") var scene: String?
  @Option(help: "dot, json, markdown or cast.") var format: Format
  @OptionGroup var options: SceneOptions
  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    let scene = try SceneReading(scene, options: options).scene
    var output = appearance.output(format == .json ? .json : .text)
    switch format {
    case .dot: DotReport(run: Run(scene: scene)).write(to: &output)
    case .cast:
      let theme = try appearance.chosenTheme()
      CastReport(scene: scene, symbols: appearance.symbols, theme: theme).write(to: &output)
    case .json: EvalReport(run: Run(scene: scene)).writeJSON(to: &output)
    case .markdown: TraceReport(run: Run(scene: scene)).writeMarkdown(to: &output)
    }
    try output.finish()
  }
}
