import ArgumentParser
import CellGrid
import Export
import Playback
import SceneLanguage
import Terminal
import Visualizer

/// A scene on the terminal, or as text where there is none.
struct Viewing {
  var capturesMouse = true
  var symbols = Symbols.unicode
  var color = ColorChoice.auto
  let theme: Theme

  func show(_ reading: SceneReading) throws {
    let isShown = try open(file: reading.file) { symbols, size in
      Model(
        scene: reading.scene, path: reading.path, isOnDisk: reading.file != nil,
        savedText: reading.savedText, options: reading.loadOptions, size: size, symbols: symbols,
        isMouseCaptured: capturesMouse)
    }
    guard !isShown else { return }
    let run = Run(scene: reading.scene)
    let report = RenderReport(run: run, cursor: run.stepCount, symbols: symbols)
    var output = StandardOutput()
    if color == .always {
      report.writeANSI(size: nil, theme: theme, to: &output)
    } else {
      report.writeText(size: nil, to: &output)
    }
    try output.finish()
  }

  func choose(from entries: [Picker.Entry]) throws {
    guard !entries.isEmpty else {
      throw ValidationError(
        "Missing a scene, and the ones that come with the program are not here.")
    }
    let isShown = try open(file: nil) { symbols, size in
      Model(
        scenes: entries, size: size, symbols: symbols, isMouseCaptured: capturesMouse)
    }
    guard !isShown else { return }
    var output = StandardOutput()
    PickerReport(entries: entries).writeText(to: &output)
    try output.finish()
  }

  private func symbols(for capabilities: TerminalCapabilities) -> Symbols {
    let symbols = capabilities.isUTF8 ? symbols : .ascii
    return capabilities.hasShades ? symbols : symbols.withoutShades
  }

  /// Runs a model on the terminal; false where there is none that could show it.
  private func open(file: SceneFile?, _ model: (Symbols, Size) -> Model) throws -> Bool {
    do {
      let capabilities = try Terminal.capabilities(color: color)
      let status = try Terminal.run(
        model: model(symbols(for: capabilities), capabilities.size), theme: theme,
        capabilities: capabilities,
        options: Terminal.Options(
          startingEffects: capturesMouse ? [.captureMouse(true)] : [], scene: file))
      if status != 0 { throw ExitCode(status) }
      return true
    } catch let error as TerminalError {
      if error != .outputIsNoTerminal { StandardError.write("\(error.description)\n") }
      return false
    }
  }
}
