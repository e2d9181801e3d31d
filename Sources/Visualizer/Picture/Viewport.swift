package import CellGrid

/// Which part of the drawing the graph's rectangle shows.
package struct Viewport: Hashable, Sendable {
  /// The cell of the drawing at the top left of the rectangle; negative where the drawing is
  /// smaller than the rectangle and stands in its middle.
  package private(set) var offset = Point.zero
  /// Whether the user moved it; until `centre` it then stays where it is.
  package private(set) var isPanned = false

  package init() {}

  /// Where `target` is in sight, with a margin if there is room for one, nothing moves. Else the
  /// view goes to the edge of the drawing on that side, if the target is in sight there, and no box
  /// is cut at it; or the target comes to the middle, so that the next steps find their boxes in
  /// sight, too.
  package mutating func follow(_ target: Rect, drawing: Size, visible: Size) {
    guard !isPanned else { return }
    offset = Point(
      column: Self.scrolled(
        offset.column, low: target.minColumn, high: target.maxColumn, margin: 4,
        extent: drawing.width, visible: visible.width),
      row: Self.scrolled(
        offset.row, low: target.minRow, high: target.maxRow, margin: 1,
        extent: drawing.height, visible: visible.height))
  }

  /// Moves with something that stands elsewhere in another drawing.
  package mutating func move(by new: Point, from old: Point) {
    offset = Point(
      column: offset.column + new.column - old.column, row: offset.row + new.row - old.row)
  }

  /// Gives up the place the user panned to.
  package mutating func followAgain() { isPanned = false }

  /// Puts the middle of `target` into the middle of the rectangle, and follows again.
  package mutating func centre(on target: Rect, drawing: Size, visible: Size) {
    isPanned = false
    offset = Point(
      column: Self.clamped(
        (target.minColumn + target.maxColumn - visible.width) / 2, extent: drawing.width,
        visible: visible.width),
      row: Self.clamped(
        (target.minRow + target.maxRow - visible.height) / 2, extent: drawing.height,
        visible: visible.height))
  }

  /// Moves the view by cells, never so far that nothing of the drawing is left in it.
  package mutating func pan(columns: Int, rows: Int, drawing: Size, visible: Size) {
    isPanned = true
    offset = Point(
      column: min(max(offset.column + columns, 8 - visible.width), drawing.width - 8),
      row: min(max(offset.row + rows, 2 - visible.height), drawing.height - 2))
  }

  private static func scrolled(
    _ offset: Int, low: Int, high: Int, margin: Int, extent: Int, visible: Int
  ) -> Int {
    guard extent > visible else { return clamped(offset, extent: extent, visible: visible) }
    let room = min(margin, max(0, (visible - (high - low + 1)) / 2))
    let (first, last) = (max(0, low - room), min(extent - 1, high + room))
    if first >= offset, last < offset + visible {
      return clamped(offset, extent: extent, visible: visible)
    }
    if first < offset, last < visible { return 0 }
    if last >= offset + visible, first >= extent - visible { return extent - visible }
    return clamped((low + high - visible) / 2, extent: extent, visible: visible)
  }

  /// Within the drawing; in its middle where everything is visible.
  private static func clamped(_ offset: Int, extent: Int, visible: Int) -> Int {
    extent <= visible ? (extent - visible) / 2 : min(max(0, offset), extent - visible)
  }
}
