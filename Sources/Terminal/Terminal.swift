import CellGrid
package import Visualizer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Shows a model on the terminal the program was started in.
package enum Terminal {
  /// What the command line says about a run.
  package struct Options: Sendable {
    /// Performed before the first picture: `.captureMouse(true)`, `.readScene(path:)`.
    package var startingEffects: [Effect] = []
    /// A file the model was made from; changes on disk are told from then on.
    package var scene: SceneFile?

    package init(startingEffects: [Effect] = [], scene: SceneFile? = nil) {
      self.startingEffects = startingEffects
      self.scene = scene
    }
  }

  /// What the terminal can show, or why there is none. Nothing is sent to it yet.
  package static func capabilities(
    color: ColorChoice = .auto
  ) throws(TerminalError) -> TerminalCapabilities {
    let isUTF8 = TerminalCapabilities.adoptLocale()
    guard isatty(STDOUT_FILENO) != 0 else { throw .outputIsNoTerminal }
    guard let name = environment("TERM") else { throw .terminalIsUnnamed }
    if name == "dumb" { throw .cursorCannotMove(name) }
    let isColored = TerminalCapabilities.isColored(color)
    return TerminalCapabilities(
      name: name, isUTF8: isUTF8, isColored: isColored,
      hasShades: isColored && Curses.colorCount(ofTerminal: name) >= 256,
      size: Curses.windowSize(of: STDOUT_FILENO) ?? Size(width: 80, height: 24))
  }

  /// Runs until the model quits, and returns the program's exit status.
  ///
  ///     let capabilities = try Terminal.capabilities()
  ///     let status = try Terminal.run(model: model, theme: theme, capabilities: capabilities)
  ///
  /// The terminal is given back before this returns. A signal that ends programs ends this one by
  /// itself, after that, so that the shell sees it.
  package static func run(
    model: Model, theme: Theme, capabilities: TerminalCapabilities, options: Options = Options()
  ) throws(TerminalError) -> Int32 {
    switch try ending(of: model, theme, capabilities, options) {
    case .quit: return 0
    case .signal(let signal):
      Curses.end(by: signal)
      return 128 + signal
    case .hungUp:
      Curses.end(by: SIGHUP)
      return 128 + SIGHUP
    }
  }

  /// The screen lives in here, and no longer.
  private static func ending(
    of model: Model, _ theme: Theme, _ capabilities: TerminalCapabilities, _ options: Options
  ) throws(TerminalError) -> EventLoop.Ending {
    let screen = try Screen.open(theme: theme, capabilities: capabilities)
    var loop = EventLoop(
      screen: screen, model: model,
      escapeDelay: environment("ESCDELAY").flatMap { Int($0) }.map { min(max(1, $0), 5000) } ?? 25)
    return loop.run(
      startingWith: options.startingEffects, scene: options.scene.map(WatchedScene.init))
  }
}
