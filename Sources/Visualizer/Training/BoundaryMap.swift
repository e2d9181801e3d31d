import CellGrid
import Playback

/// What the network says all over the plane, two points of it a cell, with the samples on it.
struct BoundaryMap {
  let session: TrainingSession
  let boundary: DecisionBoundary
  let symbols: Symbols

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let (columns, rows) = (rect.size.width, rect.size.height * 2)
    guard columns > 4, rows > 4,
      let scores = boundary.scores(
        columns: columns, rows: rows, parameters: session.training.parameters)
    else { return }
    let most = scores.filter(\.isFinite).map { ($0 - boundary.threshold).magnitude }.max() ?? 0
    for row in 0..<rect.size.height {
      for column in 0..<columns {
        let upper = scores[2 * row * columns + column] - boundary.threshold
        let lower = scores[(2 * row + 1) * columns + column] - boundary.threshold
        canvas.draw(
          symbols.hasShades ? "▀" : upper > 0 ? "+" : ".",
          at: Point(column: rect.minColumn + column, row: rect.minRow + row),
          role: symbols.hasShades
            ? .shades(upper: Self.shade(upper, most), lower: Self.shade(lower, most)) : .quiet,
          within: rect)
      }
    }
    drawPoints(in: rect, scores: scores, most: most, on: &canvas)
  }

  private func drawPoints(
    in rect: Rect, scores: [Double], most: Double, on canvas: inout Canvas
  ) {
    for point in boundary.points {
      let column = Self.cell(point.x, boundary.x, rect.size.width)
      let row = rect.size.height - 1 - Self.cell(point.y, boundary.y, rect.size.height)
      let isPositive = (point.label ?? 0) > 0
      let mark: Character = symbols.hasShades ? (isPositive ? "●" : "○") : isPositive ? "#" : "o"
      canvas.draw(
        mark, at: Point(column: rect.minColumn + column, row: rect.minRow + row), role: .heading,
        within: rect)
    }
  }

  private static func cell(_ value: Double, _ range: ClosedRange<Double>, _ count: Int) -> Int {
    let part = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return min(count - 1, max(0, Int(part * Double(count))))
  }

  /// Blue on one side and orange on the other, the stronger the surer.
  private static func shade(_ score: Double, _ most: Double) -> UInt8 {
    guard score.isFinite, most > 0 else { return 240 }
    let colors: [UInt8] = score > 0 ? [94, 130, 136, 172] : [17, 18, 19, 26]
    return colors[min(3, Int(score.magnitude / most * 4))]
  }
}
