import Autograd
import CellGrid
import Playback

/// The rows of a tensor, or its matrices, as small images side by side.
struct InspectorImages {
  let lesson: Lesson
  let symbols: Symbols
  let inspector: Inspector
  let field: Field
  let kind: ImageKind

  private var node: NodeID { lesson.selected }
  private var shape: Shape { lesson.run.shape(of: node) }

  private var chosen: Int {
    if case .matrices = kind { inspector.layer } else { inspector.row }
  }

  private var count: Int {
    if case .matrices = kind { shape.layers } else { shape.matrixRows }
  }

  /// Draws the page the chosen image is on; how many rows it took.
  func draw(layout: InspectorLayout, on canvas: inout Canvas) -> Int {
    let page = layout.images(kind, inShades: symbols.hasShades)
    let first = chosen / page.count * page.count
    let height = symbols.hasShades ? (page.pixels.height + 1) / 2 : page.pixels.height
    let inner = layout.rect.inset(columns: 1)
    for (place, image) in (first..<min(count, first + page.count)).enumerated() {
      let column = inner.minColumn + place * (max(page.pixels.width, 7) + 2)
      let mark = image == chosen ? "\(symbols.current) " : "  "
      canvas.write(
        "\(mark)\(image)", at: Point(column: column, row: inner.minRow + 1),
        role: image == chosen ? .currentLine : .quiet, within: inner)
      guard let tensor = tensor(image) else { continue }
      let grid = TensorGrid(of: tensor, rows: page.pixels.height, columns: page.pixels.width)
      HeatMap(grid: grid, range: TensorRange(of: tensor), symbols: symbols)
        .draw(
          at: Point(column: column, row: inner.minRow + 2), rows: height, stretch: 1, clip: inner,
          on: &canvas)
    }
    return height + 1
  }

  /// The pixels of an image; nil where they are not known.
  private func tensor(_ image: Int) -> Tensor? {
    let pixels = kind.side * kind.side
    var start = image * pixels
    if case .rows = kind { start += inspector.layer * shape.matrixRows * shape.columns }
    let places = Array(start..<start + pixels)
    let (run, cursor) = (lesson.run, lesson.player.cursor)
    let side = Shape([kind.side, kind.side])
    guard field == .grad else {
      guard run.isKnown(node, at: cursor) else { return nil }
      return Tensor(places.map { run.element($0, of: node, at: cursor) }, shape: side)
    }
    if let partial = lesson.looked?.partial {
      return Tensor(places.map { partial.elements[$0] }, shape: side)
    }
    return run.gradientElements(places, of: node, at: cursor).map { Tensor($0, shape: side) }
  }
}
