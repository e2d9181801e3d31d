import ArgumentParser
import Export
import Terminal
import Visualizer

/// How everything visible looks.
struct AppearanceOptions: ParsableArguments {
  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(help: "Whether to use colour; NO_COLOR in the environment means never.")
  var color = ColorChoice.auto

  @Option(
    help: ArgumentHelp(
      """
      The colours: default, light, mono, colour-blind, or NAME for the file \
      ~/.config/backprop-tui/themes/NAME.txt (default: default).
      """, valueName: "name"))
  var theme: ThemeChoice?

  func validate() throws { _ = try theme?.theme() }

  var symbols: Symbols { ascii ? .ascii : .unicode }

  /// Standard output for a report in the form `spelling` is for.
  func output(_ spelling: ASCIISpelling = .text) -> StandardOutput {
    StandardOutput(spelling: ascii ? spelling : nil)
  }

  /// The theme that was asked for, or the default one.
  func chosenTheme() throws -> Theme { try (theme ?? .standard).theme() }

  /// The theme for output that is no terminal, whose colours nobody can ask about.
  func printedTheme() throws -> Theme {
    TerminalCapabilities.isColored(color) ? try chosenTheme() : .mono
  }
}

extension ColorChoice: ExpressibleByArgument {}
