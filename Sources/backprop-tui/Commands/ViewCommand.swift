import ArgumentParser
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
    let viewing = Viewing(
      capturesMouse: !noMouse, symbols: appearance.symbols, color: appearance.color,
      theme: try appearance.chosenTheme())
    if scene == nil, options.expression == nil {
      try viewing.choose(from: SceneCollection.entries())
    } else {
      try viewing.show(try SceneReading(scene, options: options))
    }
  }
}
