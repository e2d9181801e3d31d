import ArgumentParser
import Export
import Playback

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "The scene for other programs.",
    discussion: """
      dot is for Graphviz, cast a recording of the whole lesson for asciinema, json what eval \
      writes, markdown what trace writes. jax and pytorch are Python programs that build the same \
      graph and end with an error if a value or a gradient is another there.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case dot, json, markdown, cast, jax, pytorch
  }

  @Argument(help: "A scene's file, or - for standard input.") var scene: String?
  @Option(help: "dot, json, markdown, cast, jax or pytorch.") var format: Format
  @OptionGroup var options: SceneOptions
  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    let scene = try SceneReading(scene, options: options).scene
    var output = appearance.output(format.spelling)
    switch format {
    case .dot: DotReport(run: Run(scene: scene)).write(to: &output)
    case .cast:
      let theme = try appearance.chosenTheme()
      CastReport(scene: scene, symbols: appearance.symbols, theme: theme).write(to: &output)
    case .json: EvalReport(run: Run(scene: scene)).writeJSON(to: &output)
    case .markdown: TraceReport(run: Run(scene: scene)).writeMarkdown(to: &output)
    case .jax: PythonReport(run: Run(scene: scene), library: .jax).write(to: &output)
    case .pytorch: PythonReport(run: Run(scene: scene), library: .torch).write(to: &output)
    }
    try output.finish()
  }
}

extension ExportCommand.Format {
  /// What its readers need where nothing outside ASCII is to come out.
  fileprivate var spelling: ASCIISpelling {
    switch self {
    case .json: .json
    case .jax, .pytorch: .python
    case .dot, .markdown, .cast: .text
    }
  }
}
