import ArgumentParser
import Export

struct OperationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operations", abstract: "The table of primitives.")

  @Option(help: "text or json.") var format = ReportFormat.text
  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    let report = OperationsReport()
    var output = appearance.output(format == .json ? .json : .text)
    switch format {
    case .text: report.writeText(to: &output)
    case .json: report.writeJSON(to: &output)
    }
    try output.finish()
  }
}
