import ArgumentParser
import CellGrid
import Export
import Playback
import Terminal
import Visualizer

struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view", abstract: "Step through a scene (what is done without a subcommand).",
    discussion: """
      Without a scene there is a choice of those that come with the program. Where standard \
      output is not a terminal, the final picture is printed.

      Keys:

      \(KeyBinding.manual)
      """)

  @Argument(help: "A scene's file, or - for standard input.") var scene: String?
  @Flag(help: "Leave the mouse to the terminal, which then marks text.") var noMouse = false
  @OptionGroup var options: SceneOptions
  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    if scene == nil, options.expression == nil {
      try choose(from: SceneCollection.entries())
    } else {
      try show(try SceneReading(scene, options: options))
    }
  }

  private func show(_ reading: SceneReading) throws {
    let isShown = try open(file: reading.file) { symbols in
      Model(
        scene: reading.scene, path: reading.file?.path, options: options.loadOptions,
        size: Self.firstSize, symbols: symbols, isMouseCaptured: !noMouse)
    }
    guard !isShown else { return }
    let run = Run(scene: reading.scene)
    let report = RenderReport(run: run, cursor: run.stepCount, symbols: appearance.symbols)
    var output = StandardOutput()
    if appearance.color == .always {
      report.writeANSI(size: nil, theme: appearance.theme, to: &output)
    } else {
      report.writeText(size: nil, to: &output)
    }
    try output.finish()
  }

  private func choose(from entries: [Picker.Entry]) throws {
    guard !entries.isEmpty else {
      throw ValidationError(
        "Missing a scene, and the ones that come with the program are not here.")
    }
    let isShown = try open(file: nil) { symbols in
      Model(
        scenes: entries, size: Self.firstSize, symbols: symbols, isMouseCaptured: !noMouse)
    }
    guard !isShown else { return }
    var output = StandardOutput()
    PickerReport(entries: entries).writeText(to: &output)
    try output.finish()
  }

  /// Runs a model on the terminal; false where there is none that could show it.
  private func open(file: SceneFile?, _ model: (Symbols) -> Model) throws -> Bool {
    do {
      let capabilities = try Terminal.capabilities(color: appearance.color)
      let symbols = capabilities.isUTF8 ? appearance.symbols : .ascii
      let status = try Terminal.run(
        model: model(symbols), theme: appearance.theme, capabilities: capabilities,
        options: Terminal.Options(
          startingEffects: noMouse ? [] : [.captureMouse(true)], scene: file))
      if status != 0 { throw ExitCode(status) }
      return true
    } catch let error as TerminalError {
      if error != .outputIsNoTerminal { StandardError.write("\(error.description)\n") }
      return false
    }
  }

  /// Until the terminal tells its own.
  private static let firstSize = Size(width: 80, height: 24)
}
