import ArgumentParser
import Export
import Playback

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "One picture of the graph.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, ansi, svg, json
  }

  @Argument(help: "A scene's file, or - for standard input.") var scene: String?
  @Option(help: "text, ansi (with colours), svg or json.") var format = Format.text
  @Option(
    help: ArgumentHelp("The picture after that many steps, or at the end.", valueName: "n|end"))
  var step = PictureStep.end
  @Option(help: ArgumentHelp("Columns and rows, or the whole graph.", valueName: "120x40|fit"))
  var size = PictureSize.fit
  @Flag(help: "Draw every edge from end to end: no labelled stubs, no folded groups.")
  var allEdges = false
  @OptionGroup var options: SceneOptions
  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    let run = Run(scene: try SceneReading(scene, options: options).scene)
    let report = RenderReport(
      run: run, cursor: try step.cursor(in: run), symbols: appearance.symbols,
      drawsAllEdges: allEdges)
    var output = StandardOutput()
    switch format {
    case .text: report.writeText(size: size.size, to: &output)
    case .ansi:
      report.writeANSI(size: size.size, theme: try appearance.printedTheme(), to: &output)
    case .svg:
      report.writeSVG(
        size: size.size, title: run.scene.heading, theme: try appearance.chosenTheme(), to: &output)
    case .json: report.writeJSON(to: &output)
    }
    try output.finish()
  }
}
