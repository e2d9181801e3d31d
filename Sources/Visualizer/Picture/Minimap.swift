package import CellGrid
package import GraphLayout

/// The whole drawing in a few cells, eight dots each: where there are boxes.
package struct Minimap: Hashable, Sendable {
  /// In cells.
  package static let size = Size(width: 24, height: 6)

  private let drawing: Size
  /// By cell, row by row: which of its two by four dots are set, as in a Braille pattern.
  private var patterns = [UInt8](repeating: 0, count: size.width * size.height)

  /// Complexity: linear in the number of boxes.
  package init(of drawing: Drawing) {
    self.drawing = drawing.size
    for box in drawing.boxes where !box.isEmpty {
      let (column, row) = (
        dot(box.minColumn + box.size.width / 2, of: drawing.size.width, 2 * Self.size.width),
        dot(box.minRow + box.size.height / 2, of: drawing.size.height, 4 * Self.size.height)
      )
      let cell = row / 4 * Self.size.width + column / 2
      patterns[cell] |= Self.bits[row % 4][column % 2]
    }
  }

  /// The bits of a Braille pattern by row and column (Unicode Standard, chapter 21.1).
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// What stands in a cell; a blank where there is nothing.
  func character(column: Int, row: Int, _ repertoire: Repertoire) -> Character {
    Self.character(of: patterns[row * Self.size.width + column], repertoire)
  }

  /// A pattern's dots as a character.
  static func character(of pattern: UInt8, _ repertoire: Repertoire) -> Character {
    guard pattern != 0 else { return " " }
    guard repertoire == .unicode else { return pattern.nonzeroBitCount > 4 ? ":" : "." }
    return Unicode.Scalar(0x2800 + UInt32(pattern)).map(Character.init) ?? " "
  }

  /// What stands around the part of it that is in sight.
  static let frame = Frame.heavy

  /// The cells that show a part of the drawing; at least one.
  func cells(of part: Rect) -> Rect {
    let left = dot(part.minColumn, of: drawing.width, Self.size.width)
    let right = dot(part.maxColumn, of: drawing.width, Self.size.width)
    let top = dot(part.minRow, of: drawing.height, Self.size.height)
    let bottom = dot(part.maxRow, of: drawing.height, Self.size.height)
    return Rect(column: left, row: top, width: right - left + 1, height: bottom - top + 1)
  }

  /// Where something of the drawing comes to lie among so many.
  private func dot(_ position: Int, of extent: Int, _ count: Int) -> Int {
    min(count - 1, max(0, position * count / max(1, extent)))
  }
}
