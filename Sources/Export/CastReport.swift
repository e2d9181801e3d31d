import CellGrid
import Playback
package import SceneLanguage
package import Visualizer

/// A recording of the whole lesson as the screen shows it, for asciinema: version 2 of its format,
/// a line of JSON for the header and one for each step.
///
/// The recording has no clock: steps follow each other at the speed they play at.
package struct CastReport {
  private let model: Model
  private let theme: Theme
  private let title: String
  private let size = Size(width: 120, height: 40)

  package init(scene: Scene, symbols: Symbols, theme: Theme) {
    model = Model(
      scene: scene, path: nil, size: size,
      symbols: theme.hasColors ? symbols : symbols.withoutShades,
      isMouseCaptured: false)
    title = scene.heading
    self.theme = theme
  }

  package func write(to stream: inout some TextOutputStream) {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 2)
      json.member("width", size.width)
      json.member("height", size.height)
      json.member("title", title)
    }
    stream.write(json.text + "\n")
    var model = model
    guard case .lesson(let lesson) = model.stage else { return }
    let steps = lesson.run.stepCount
    let interval = Double(lesson.pace.milliseconds) / 1_000
    var shown = [String](repeating: "", count: size.height)
    event(at: 0, "\u{1B}[?25l\u{1B}[2J" + difference(model, &shown), to: &stream)
    for step in 1...max(1, steps) {
      _ = model.updateAtOnce(.keyPressed(.character("s")))
      event(at: Double(step) * interval, difference(model, &shown), to: &stream)
    }
    event(at: Double(steps + 4) * interval, "\u{1B}[?25h", to: &stream)
  }

  /// The rows that are other than before.
  private func difference(_ model: Model, _ shown: inout [String]) -> String {
    let canvas = model.view(size: size)
    return (0..<size.height).reduce(into: "") { text, row in
      let line = canvas.ansi(row: row, theme: theme)
      if line != shown[row] { text += "\u{1B}[\(row + 1);1H\(line)\u{1B}[K" }
      shown[row] = line
    }
  }

  private func event(
    at seconds: Double, _ text: String, to stream: inout some TextOutputStream
  ) {
    let milliseconds = Int((seconds * 1_000).rounded())
    var json = JSONWriter()
    json.string(text)
    let fraction = String(1_000 + milliseconds % 1_000).dropFirst()
    stream.write("[\(milliseconds / 1_000).\(fraction), \"o\", \(json.text)]\n")
  }
}
