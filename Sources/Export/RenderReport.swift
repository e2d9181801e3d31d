import CellGrid
import GraphLayout
package import Playback
package import Visualizer

/// One picture of the graph, for `render` and for a `view` without a terminal.
package struct RenderReport {
  let picture: Picture
  let state: PictureState
  let symbols: Symbols

  /// - Parameters:
  ///   - cursor: how many steps are done in the picture.
  package init(run: Run, cursor: Int, symbols: Symbols) {
    var metrics = Picture.Metrics.full
    metrics.style = symbols.style
    picture = Picture(run: run, metrics: metrics)
    state = PictureState(run: run, cursor: min(max(0, cursor), run.stepCount))
    self.symbols = symbols
  }

  /// The whole picture, or its top left corner where it is larger than `size`.
  func canvas(size: Size?) -> Canvas {
    let drawing = PictureCanvas(picture: picture, state: state, symbols: symbols)
    guard let size else { return drawing.whole() }
    var canvas = Canvas(size: size)
    drawing.draw(canvas.bounds, in: canvas.bounds, on: &canvas)
    return canvas.written(in: symbols.repertoire)
  }
}
