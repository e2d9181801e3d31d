import CellGrid
import GraphLayout

/// Where an edge can carry its amount: upon a straight stretch that is long enough, else beside the
/// edge where nothing else stands.
///
/// All in the coordinates of the drawing, from what it has around the edge: a picture drawn in bands
/// has its amount where the whole picture has it.
struct AmountPlaces {
  private let horizontal: [Rect]
  private let vertical: [Rect]
  private let length: Int
  /// The part of the drawing that was looked at, and what is drawn in it.
  private let region: Rect
  private let around: Canvas

  /// - Parameter sight: what is seen of the drawing; the amount stands in it if it can.
  init(wire: Int, of drawing: Drawing, length: Int, sight: Rect) {
    let route = drawing.routes[wire]
    let region = route.surroundings(margin: length + 2).intersection(sight)
    let runs = route.runs.map { (part: $0.intersection(region), isLevel: $0.size.height == 1) }
      .filter { !$0.part.isEmpty }
    horizontal = runs.filter(\.isLevel).map(\.part).sorted { $0.size.width > $1.size.width }
    vertical = runs.filter { !$0.isLevel }.map(\.part)
      .sorted { $0.size.height > $1.size.height }
    self.length = length
    self.region = region
    var around = Canvas(size: region.size)
    drawing.strokes(in: region).paint(on: &around)
    for box in drawing.boxes(in: region) {
      let place = drawing.boxes[box].moved(columns: -region.minColumn, rows: -region.minRow)
      around.fill(place, with: "#")
    }
    self.around = around
  }

  /// The first place where the amount covers nothing but its own edge, and no corner or fork of
  /// that; above the longest run where there is none.
  var best: Point? {
    if let place = horizontal.lazy.flatMap(along).first(where: isStraight) { return place }
    let above = horizontal.first.map {
      Point(column: $0.minColumn + ($0.size.width - length) / 2, row: $0.minRow - 1)
    }
    return (vertical.flatMap(beside) + horizontal.flatMap(over)).first(where: isFree) ?? above
  }

  /// Upon a run, from its middle on.
  private func along(_ run: Rect) -> [Point] {
    guard run.size.width >= length else { return [] }
    let middle = run.minColumn + (run.size.width - length) / 2
    return (run.minColumn...run.maxColumn - length + 1).sorted {
      (abs($0 - middle), $0) < (abs($1 - middle), $1)
    }.map { Point(column: $0, row: run.minRow) }
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

  private func isStraight(_ place: Point) -> Bool {
    let straight = Character(Arms([.left, .right]).glyph())
    return (place.column..<place.column + length).allSatisfy {
      character($0, place.row) == straight
    }
  }

  /// Whether nothing is drawn there, with a blank at either end.
  private func isFree(_ place: Point) -> Bool {
    (place.column..<place.column + length).allSatisfy { character($0, place.row) == " " }
      && [place.column - 1, place.column + length].allSatisfy {
        (character($0, place.row) ?? " ") == " "
      }
  }

  /// What is drawn in a cell; nil out of sight.
  private func character(_ column: Int, _ row: Int) -> Character? {
    guard region.contains(Point(column: column, row: row)) else { return nil }
    return around[column - region.minColumn, row - region.minRow].character
  }
}

extension Drawing.Route {
  /// The rectangle around the edge; of a very long one, around its end.
  fileprivate func surroundings(margin: Int) -> Rect {
    let (columns, rows) = (points.map(\.column), points.map(\.row))
    let left = max(columns.min() ?? 0, target.column - 256) - margin
    let top = max(rows.min() ?? 0, target.row - 128) - margin
    let right = min(columns.max() ?? 0, target.column + 256) + margin
    let bottom = min(rows.max() ?? 0, target.row + 128) + margin
    return Rect(column: left, row: top, width: right - left + 1, height: bottom - top + 1)
  }

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
