import Autograd
import CellGrid
import Playback

/// How the inspector's rectangle is divided: a heading, the tables, the sums of one cell.
struct InspectorLayout {
  let rect: Rect
  /// Where the table of the values is, and that of the gradients; one where there is no room for two.
  let tables: [Rect]
  /// Where the cell's sums are.
  let sums: Rect
  /// How many rows and columns of numbers a table shows.
  let rows: Int
  let columns: Int
  /// The columns of a row's label.
  let label: Int

  static let numberWidth = 9

  init(rect: Rect, shape: Shape) {
    self.rect = rect
    let inner = rect.inset(columns: 1)
    let isWide = inner.size.width >= 72
    label = max(5, String(max(0, shape.matrixRows - 1)).count + 1)
    let most = max(2, inner.size.height * 55 / 100)
    let height = min(most, max(1, shape.matrixRows) + 1)
    let top = inner.minRow + 1
    let width = isWide ? (inner.size.width - 2) / 2 : inner.size.width
    tables = (0..<(isWide ? 2 : 1)).map {
      Rect(column: inner.minColumn + $0 * (width + 2), row: top, width: width, height: height)
    }
    rows = max(1, height - 1)
    columns = max(1, min(shape.columns, (width - label) / Self.numberWidth))
    let below = top + height + (inner.size.height > 12 ? 1 : 0)
    sums = Rect(
      column: inner.minColumn, row: below, width: inner.size.width,
      height: max(0, inner.maxRow - below + 1))
  }

  /// How many images stand side by side, in how many pixels each.
  func images(_ kind: ImageKind, inShades hasShades: Bool) -> (count: Int, pixels: Size) {
    let height = max(1, rect.size.height * 65 / 100 - 1)
    let rows = min(kind.side, hasShades ? 2 * height : height)
    let columns = min(kind.side, hasShades ? rows : 2 * rows)
    let width = max(columns, 7) + 2
    return (max(1, (rect.size.width - 2) / width), Size(width: columns, height: rows))
  }
}
