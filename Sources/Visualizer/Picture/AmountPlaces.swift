import CellGrid
import GraphLayout

/// Where an edge can carry its amount: in a horizontal run that is long enough, else beside a run
/// where nothing else stands.
struct AmountPlaces {
  private let horizontal: [Rect]
  private let vertical: [Rect]
  private let length: Int
  private let clip: Rect

  init(route: Drawing.Route, shift: Point, length: Int, clip: Rect) {
    let runs = route.runs.map { $0.moved(columns: shift.column, rows: shift.row) }
    horizontal = runs.filter { $0.size.height == 1 }.sorted { $0.size.width > $1.size.width }
    vertical = runs.filter { $0.size.height > 1 }.sorted { $0.size.height > $1.size.height }
    self.length = length
    self.clip = clip
  }

  /// The first place in sight where the amount covers nothing but its own edge; above the longest
  /// run where there is none.
  func best(on canvas: Canvas) -> Point? {
    if let run = horizontal.first(where: { $0.size.width >= length }) {
      return Point(column: run.minColumn + (run.size.width - length) / 2, row: run.minRow)
    }
    let above = horizontal.first.map {
      Point(column: $0.minColumn + ($0.size.width - length) / 2, row: $0.minRow - 1)
    }
    return (vertical.flatMap(beside) + horizontal.flatMap(over)).first { isFree($0, on: canvas) }
      ?? above
  }

  /// To the left and to the right of a run, from its middle on.
  private func beside(_ run: Rect) -> [Point] {
    let middle = (run.minRow + run.maxRow) / 2
    return (run.minRow...run.maxRow).sorted { abs($0 - middle) < abs($1 - middle) }.flatMap { row in
      [
        Point(column: run.minColumn - length - 1, row: row),
        Point(column: run.minColumn + 2, row: row),
      ]
    }
  }

  /// Above and below a run, in its middle.
  private func over(_ run: Rect) -> [Point] {
    let column = run.minColumn + (run.size.width - length) / 2
    return [-1, 1].map { Point(column: column, row: run.minRow + $0) }
  }

  /// Whether the canvas is empty there, with a blank at either end.
  private func isFree(_ place: Point, on canvas: Canvas) -> Bool {
    let columns = place.column - 1...place.column + length
    return clip.contains(place) && clip.contains(Point(column: columns.upperBound, row: place.row))
      && columns.allSatisfy { column in
        !clip.contains(Point(column: column, row: place.row))
          || canvas[column, place.row].character == " "
      }
  }
}

extension Drawing.Route {
  /// The straight parts between borders and arrow head.
  fileprivate var runs: [Rect] {
    zip(points, points.dropFirst()).compactMap { start, end in
      guard start.row == end.row else {
        return Rect(
          column: start.column, row: min(start.row, end.row), width: 1,
          height: abs(start.row - end.row) + 1)
      }
      let first = start == source ? start.column + 1 : start.column
      let last = end == target ? end.column - 2 : end.column
      guard last >= first else { return nil }
      return Rect(column: first, row: start.row, width: last - first + 1, height: 1)
    }
  }
}
