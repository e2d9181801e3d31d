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

  @Option(help: ArgumentHelp("The colours: \(Theme.names).", valueName: "name"))
  var theme: Theme = .standard

  var symbols: Symbols { ascii ? .ascii : .unicode }

  /// Standard output for a report in the form `spelling` is for.
  func output(_ spelling: ASCIISpelling = .text) -> StandardOutput {
    StandardOutput(spelling: ascii ? spelling : nil)
  }

  /// The theme for output that is no terminal, whose colours nobody can ask about.
  var printedTheme: Theme {
    TerminalCapabilities.isColored(color) ? theme : .mono
  }
}

extension ColorChoice: ExpressibleByArgument {}

extension Theme: ExpressibleByArgument {
  static var names: String { all.map(\.name).joined(separator: ", ") }

  public init?(argument: String) {
    guard let theme = Theme.named(argument) else { return nil }
    self = theme
  }

  public var defaultValueDescription: String { name }
}
