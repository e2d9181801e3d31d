import ArgumentParser

@main
struct BackpropTUI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backprop-tui",
    abstract: "Step through back-propagation in the terminal, one addition at a time.",
    usage: """
      backprop-tui [<scene>]                     step through a scene, or choose one
      backprop-tui <subcommand> <scene> …        the same scene without a terminal
      """,
    discussion: """
      A scene is a text file of formulas; - reads it from standard input, and -e takes it from the \
      command line. A scene named like a subcommand is written ./NAME. A graph in JSON, in the form \
      that eval writes, can stand in the place of a scene.

      Exit status: 0 fine, 1 a check failed, 64 wrong usage, 65 the scene has mistakes, 66 it \
      cannot be read, 70 a defect of this program.
      """,
    version: "0.1.0",
    subcommands: [
      ViewCommand.self, EvalCommand.self, TraceCommand.self, CheckCommand.self,
      RenderCommand.self, TrainCommand.self, ExportCommand.self, OperationsCommand.self,
    ],
    defaultSubcommand: ViewCommand.self)
}

extension BackpropTUI {
  /// The usual call, one file and nothing else, goes straight to the screen: the parser learns the
  /// commands by reflection, and takes as long for it as all the rest until the first picture.
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 1, let path = arguments.first, canOnlyBeFile(path) else {
      main(nil)
      return
    }
    do {
      try Viewing(theme: ThemeChoice.standard.theme()).show(try SceneReading(path: path))
    } catch {
      exit(withError: error)
    }
  }

  /// No subcommand has a dot or a slash in its name.
  private static func canOnlyBeFile(_ argument: String) -> Bool {
    !argument.hasPrefix("-") && argument.contains { $0 == "." || $0 == "/" }
  }
}
