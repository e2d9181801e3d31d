import CellGrid
import Playback
import SceneLanguage

/// The loss of every step as a curve of braille dots, two columns and four rows of them in a cell.
struct LossCurve {
  let losses: [Double]
  /// How many steps the width stands for.
  let span: Int
  let symbols: Symbols

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let finite = losses.filter(\.isFinite)
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
    let last = "\(max(span, losses.count))"
    canvas.write(
      last, at: Point(column: rect.maxColumn - last.columnCount + 1, row: rect.maxRow),
      role: .quiet, within: rect)
    let plot = Rect(
      column: rect.minColumn + margin, row: rect.minRow, width: rect.size.width - margin,
      height: rect.size.height - 1)
    drawDots(in: plot, least: least, most: most, on: &canvas)
  }

  private func drawDots(in plot: Rect, least: Double, most: Double, on canvas: inout Canvas) {
    let isASCII = symbols.style != .mathematical
    let (across, down) = isASCII ? (1, 1) : (2, 4)
    let (width, height) = (plot.size.width * across, plot.size.height * down)
    var dots = [UInt8](repeating: 0, count: plot.size.width * plot.size.height)
    let total = max(span, losses.count)
    var last: Int?
    for (step, loss) in losses.enumerated() where loss.isFinite {
      let x = total > 1 ? step * (width - 1) / (total - 1) : 0
      let part = most > least ? (loss - least) / (most - least) : 0.5
      let y = min(height - 1, max(0, Int((1 - part) * Double(height - 1) + 0.5)))
      // A line down or up to where the step before it was.
      for dot in min(y, last ?? y)...max(y, last ?? y) {
        dots[dot / down * plot.size.width + x / across] |= Self.bits[dot % down][x % across]
      }
      last = y
    }
    for (index, bits) in dots.enumerated() where bits != 0 {
      let place = Point(
        column: plot.minColumn + index % plot.size.width,
        row: plot.minRow + index / plot.size.width)
      let braille = Unicode.Scalar(0x2800 + UInt32(bits)).map { Character($0) } ?? "*"
      canvas.draw(isASCII ? "*" : braille, at: place, role: .gradient, within: plot)
    }
  }

  /// The dots of a braille character by row and column (Unicode, block "Braille Patterns").
  private static let bits: [[UInt8]] = [
    [0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80],
  ]
}
