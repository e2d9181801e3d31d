import ArgumentParser

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Run the scene's training (not built yet).")

  @Argument(help: "A scene's file, or - for standard input.") var scene: String?
  @Option(help: "How many steps, instead of the scene's own number.") var steps: Int?
  @Option(help: "text or json.") var format = ReportFormat.text
  @OptionGroup var options: SceneOptions

  func run() throws {
    throw ValidationError("Training is not built yet. eval gives the gradients of one pass.")
  }
}
