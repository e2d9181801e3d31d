/// A place in a grid of character cells, counted from the top left.
package struct Point: Hashable, Sendable {
  package var column: Int
  package var row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  package static let zero = Point(column: 0, row: 0)
}

/// An extent in character cells; never negative.
package struct Size: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package static let zero = Size(width: 0, height: 0)
}

/// A rectangle of character cells.
package struct Rect: Hashable, Sendable {
  package var origin: Point
  package var size: Size

  package init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  package init(column: Int, row: Int, width: Int, height: Int) {
    self.init(
      origin: Point(column: column, row: row), size: Size(width: width, height: height))
  }

  /// The first column, the first row, and the last ones *inside* the rectangle.
  package var minColumn: Int { origin.column }
  package var minRow: Int { origin.row }
  package var maxColumn: Int { origin.column + size.width - 1 }
  package var maxRow: Int { origin.row + size.height - 1 }
  package var isEmpty: Bool { size.width == 0 || size.height == 0 }

  package func contains(_ point: Point) -> Bool {
    point.column >= minColumn && point.column <= maxColumn
      && point.row >= minRow && point.row <= maxRow
  }

  /// The cells both rectangles cover; empty where they are apart.
  package func intersection(_ other: Rect) -> Rect {
    let column = max(minColumn, other.minColumn)
    let row = max(minRow, other.minRow)
    return Rect(
      column: column, row: row,
      width: min(maxColumn, other.maxColumn) - column + 1,
      height: min(maxRow, other.maxRow) - row + 1)
  }

  /// The smallest rectangle that holds both.
  package func union(_ other: Rect) -> Rect {
    let column = min(minColumn, other.minColumn)
    let row = min(minRow, other.minRow)
    return Rect(
      column: column, row: row, width: max(maxColumn, other.maxColumn) - column + 1,
      height: max(maxRow, other.maxRow) - row + 1)
  }

  package func moved(columns: Int = 0, rows: Int = 0) -> Rect {
    Rect(origin: Point(column: minColumn + columns, row: minRow + rows), size: size)
  }

  /// The rectangle without so many cells at each side.
  package func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    Rect(
      column: minColumn + columns, row: minRow + rows, width: size.width - 2 * columns,
      height: size.height - 2 * rows)
  }
}
