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
  ///   - drawsAllEdges: whether every edge is drawn from end to end, also where a stub would do or
  ///     a folded group hides it.
  package init(run: Run, cursor: Int, symbols: Symbols, drawsAllEdges: Bool = false) {
    var metrics = Picture.Metrics.full
    metrics.style = symbols.style
    picture = Picture(
      run: run, metrics: metrics,
      folding: drawsAllEdges ? Folding() : Folding(of: run.scene), drawsAllWires: drawsAllEdges)
    state = PictureState(run: run, cursor: min(max(0, cursor), run.stepCount))
    self.symbols = symbols
  }

  /// The whole picture, or its top left corner where it is larger than `size`, from top to bottom
  /// in bands of at most so many cells, since a long scene's picture does not fit into memory.
  ///
  /// - Parameter inShades: whether heat maps are drawn in colours.
  func forEachBand(
    size: Size?, inShades: Bool, cells: Int = 1 << 20, _ body: (Canvas) -> Void
  ) {
    let symbols = inShades ? symbols : symbols.withoutShades
    let drawing = PictureCanvas(picture: picture, state: state, symbols: symbols)
    let size = size ?? picture.drawing.size
    let height = max(1, cells / max(1, size.width))
    for top in stride(from: 0, to: size.height, by: height) {
      let band = Size(width: size.width, height: min(height, size.height - top))
      var canvas = Canvas(size: band)
      let viewport = Rect(origin: Point(column: 0, row: top), size: band)
      drawing.draw(
        viewport, of: Rect(origin: .zero, size: size), in: canvas.bounds, on: &canvas)
      body(canvas.written(in: symbols.repertoire))
    }
  }
}
