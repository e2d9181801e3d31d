import Autograd
import CellGrid
import Playback

/// The numbers of a tensor in a box, or its heat map with the range.
struct TensorDrawing {
  let glance: TensorGlance
  let face: TensorFace
  let symbols: Symbols
  let role: Role
  /// The cells of the grid that feed the element that is inspected.
  let lit: Set<Int>
  let clip: Rect

  func draw(at start: Point, on canvas: inout Canvas) {
    switch face.form {
    case .empty: canvas.write("empty", at: start, role: .quiet, within: clip)
    case .numbers: drawNumbers(at: start, on: &canvas)
    case .heat(let rows, _, let stretch):
      HeatMap(grid: glance.grid, range: glance.range, symbols: symbols, lit: lit)
        .draw(at: start, rows: rows, stretch: stretch, clip: clip, on: &canvas)
      drawRange(at: Point(column: start.column, row: start.row + rows), on: &canvas)
    }
  }

  private func drawNumbers(at start: Point, on canvas: inout Canvas) {
    let grid = glance.grid
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let value = grid[row, column]
        let text = number(value)
        let place = Point(
          column: start.column + column * (face.numberWidth + 1) + face.numberWidth
            - text.columnCount,
          row: start.row + row)
        let isLit = lit.contains(row * grid.columns + column)
        canvas.write(
          text, at: place, role: isLit ? .selection : value.isFinite ? role : .problem,
          within: clip)
      }
    }
  }

  private func drawRange(at start: Point, on canvas: inout Canvas) {
    guard let range = glance.range else { return }
    let (least, largest, mean) = (number(range.least), number(range.largest), number(range.mean))
    let text =
      face.lead > 2
      ? "\(least) to \(largest), mean \(mean)"
      : "\(least)\(symbols.span)\(largest) \(symbols.mean)\(mean)"
    canvas.write(text, at: start, role: range.isFinite ? role : .problem, within: clip)
  }

  private func number(_ value: Double) -> String {
    let text = NumberText.text(of: value, columns: face.numberWidth)
    return text == "…" ? String(symbols.ellipsis) : text
  }
}

/// A grid of numbers in colours, two rows of it in a row of cells; without colours, a digit each.
struct HeatMap {
  let grid: TensorGrid
  let range: TensorRange?
  let symbols: Symbols
  /// The cells of the grid that are marked.
  var lit: Set<Int> = []

  /// - Parameters:
  ///   - rows: how many rows of cells it takes.
  ///   - stretch: how many columns of cells a column of it takes.
  func draw(at start: Point, rows: Int, stretch: Int, clip: Rect, on canvas: inout Canvas) {
    let scale = HeatScale(grid, range: range)
    for row in 0..<rows {
      for column in 0..<grid.columns {
        let cell = symbols.hasShades ? shade(row, column, scale) : digit(row, column, scale)
        guard let cell else { continue }
        // A digit that is repeated would be read as a larger number.
        for place in 0..<(symbols.hasShades ? stretch : 1) {
          canvas.draw(
            cell.character,
            at: Point(column: start.column + column * stretch + place, row: start.row + row),
            role: cell.role, within: clip)
        }
      }
    }
  }

  /// The upper and the lower number as the halves of a cell; the last row of an odd number of rows
  /// fills its cell.
  private func shade(_ row: Int, _ column: Int, _ scale: HeatScale) -> Cell? {
    guard 2 * row < grid.rows else { return nil }
    let upper = grid[2 * row, column]
    let lower = 2 * row + 1 < grid.rows ? grid[2 * row + 1, column] : upper
    guard let top = scale.color(of: upper), let bottom = scale.color(of: lower) else {
      return Cell(symbols.nonFinite, role: .problem)
    }
    // A mark on the colours of the cell, whichever of its halves is meant.
    let places = [2 * row, min(2 * row + 1, grid.rows - 1)].map { $0 * grid.columns + column }
    if places.contains(where: lit.contains) {
      let back = lit.contains(places[0]) ? top : bottom
      return Cell("•", role: .shades(upper: HeatScale.ink(on: back), lower: back))
    }
    return Cell("▀", role: .shades(upper: top, lower: bottom))
  }

  private func digit(_ row: Int, _ column: Int, _ scale: HeatScale) -> Cell? {
    guard row < grid.rows else { return nil }
    guard let digit = scale.digit(of: grid[row, column]) else {
      return Cell(symbols.nonFinite, role: .problem)
    }
    return Cell(digit, role: lit.contains(row * grid.columns + column) ? .selection : .value)
  }
}
