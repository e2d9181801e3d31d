import ArgumentParser
import Export
import Playback

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Expectations, and every gradient against central differences.")

  @Argument(help: "Scenes' files, or - for standard input.") var scenes: [String] = []
  @Option(help: "text, or json: one object for each scene.") var format = ReportFormat.text
  @OptionGroup var options: SceneOptions
  @OptionGroup var appearance: AppearanceOptions

  /// Every scene is checked, whatever became of the ones before it; the worst decides the status.
  func run() throws {
    var output = appearance.output(format == .json ? .json : .text)
    var status = ExitCode.success
    for scene in scenes.isEmpty ? [nil] : scenes.map(Optional.some) {
      do {
        let report = CheckReport(run: Run(scene: try SceneReading(scene, options: options).scene))
        switch format {
        case .text: report.writeText(to: &output)
        case .json: report.writeJSON(to: &output)
        }
        if !report.passed { status = max(status, .checkFailed) }
      } catch let failure as ExitCode {
        status = max(status, failure)
      }
    }
    try output.finish()
    if status != .success { throw status }
  }

  private func max(_ left: ExitCode, _ right: ExitCode) -> ExitCode {
    left.rawValue >= right.rawValue ? left : right
  }
}
