import CellGrid
import Playback
import SceneLanguage

/// The loss of every step as a curve of braille dots, two columns and four rows of them in a cell,
/// and the losses of a second training as one mark a cell.
struct LossCurve {
  let losses: [Double]
  /// Of the second training; empty where there is none.
  var others: [Double] = []
  /// How many steps the width stands for.
  let span: Int
  let symbols: Symbols

  /// A letter, so that it is told from dots without colours.
  static let otherMark: Character = "o"

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let finite = (losses + others).filter(\.isFinite)
    guard rect.size.width > 12, rect.size.height > 2, let most = finite.max(),
      let least = finite.min()
    else { return }
    let labels = [most, least].map { NumberText.text(of: $0) }
    let margin = (labels.map(\.columnCount).max() ?? 0) + 1
    canvas.write(labels[0], at: rect.origin, role: .quiet, within: rect)
    canvas.write(
      labels[1], at: Point(column: rect.minColumn, row: rect.maxRow - 1), role: .quiet,
      within: rect)
    canvas.write(
      "step 1", at: Point(column: rect.minColumn + margin, row: rect.maxRow), role: .quiet,
      within: rect)
    let last = "\(stepCount)"
    canvas.write(
      last, at: Point(column: rect.maxColumn - last.columnCount + 1, row: rect.maxRow),
      role: .quiet, within: rect)
    let plot = Rect(
      column: rect.minColumn + margin, row: rect.minRow, width: rect.size.width - margin,
      height: rect.size.height - 1)
    drawOthers(in: plot, least: least, most: most, on: &canvas)
    drawDots(in: plot, least: least, most: most, on: &canvas)
  }

  private var stepCount: Int { max(span, losses.count, others.count) }

  private func drawDots(in plot: Rect, least: Double, most: Double, on canvas: inout Canvas) {
    let isASCII = symbols.style != .mathematical
    let (across, down) = isASCII ? (1, 1) : (2, 4)
    let grid = Size(width: plot.size.width * across, height: plot.size.height * down)
    var dots = [UInt8](repeating: 0, count: plot.size.width * plot.size.height)
    var last: Int?
    for dot in places(of: losses, on: grid, least: least, most: most) {
      // A line down or up to where the step before it was.
      for row in min(dot.row, last ?? dot.row)...max(dot.row, last ?? dot.row) {
        dots[row / down * plot.size.width + dot.column / across] |=
          Self.bits[row % down][dot.column % across]
      }
      last = dot.row
    }
    for (index, bits) in dots.enumerated() where bits != 0 {
      let place = Point(
        column: plot.minColumn + index % plot.size.width,
        row: plot.minRow + index / plot.size.width)
      let braille = Unicode.Scalar(0x2800 + UInt32(bits)).map { Character($0) } ?? "*"
      canvas.draw(isASCII ? "*" : braille, at: place, role: .gradient, within: plot)
    }
  }

  /// Under the curve: where both are, the dots are seen.
  private func drawOthers(in plot: Rect, least: Double, most: Double, on canvas: inout Canvas) {
    for cell in places(of: others, on: plot.size, least: least, most: most) {
      let place = Point(column: plot.minColumn + cell.column, row: plot.minRow + cell.row)
      canvas.draw(Self.otherMark, at: place, role: .changed, within: plot)
    }
  }

  /// Where each finite loss lies on a grid, the largest at its top.
  private func places(
    of losses: [Double], on grid: Size, least: Double, most: Double
  ) -> [Point] {
    // Halves, because the distance of two finite numbers need not be one.
    let range = most / 2 - least / 2
    return losses.enumerated().filter { $0.element.isFinite }.map { step, loss in
      let part = range > 0 ? (loss / 2 - least / 2) / range : 0.5
      return Point(
        column: stepCount > 1 ? step * (grid.width - 1) / (stepCount - 1) : 0,
        row: min(grid.height - 1, max(0, Int((1 - part) * Double(grid.height - 1) + 0.5))))
    }
  }

  /// The dots of a braille character by row and column (Unicode, block "Braille Patterns").
  private static let bits: [[UInt8]] = [
    [0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80],
  ]
}
