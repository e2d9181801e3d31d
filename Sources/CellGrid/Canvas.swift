/// A grid of styled characters that everything visible is drawn into.
///
/// Reading outside gives a blank, writing outside does nothing: a canvas is total at any size.
/// A wide character takes its cell and the continuation to its right; half of one is never shown.
package struct Canvas: Sendable {
  package let size: Size
  var cells: [PackedCell]
  /// The characters that need more than one scalar; a glyph refers to them by index.
  var clusters: [Character] = []

  package init(size: Size) {
    self.size = size
    cells = [PackedCell](repeating: .blank, count: size.width * size.height)
  }

  package var bounds: Rect { Rect(origin: .zero, size: size) }

  package subscript(column: Int, row: Int) -> Cell {
    get {
      guard contains(column, row) else { return .blank }
      let packed = cells[row * size.width + column]
      return Cell(character(of: packed.glyph), role: packed.role)
    }
    set {
      put(newValue.character, at: Point(column: column, row: row), role: newValue.role, in: bounds)
    }
  }

  func contains(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < size.width && row < size.height
  }
}

/// What one cell of the grid shows. The right half of a wide character reads as a cell without
/// a character of its own: `isContinuation`.
package struct Cell: Hashable, Sendable {
  package var character: Character
  package var role: Role

  package init(_ character: Character, role: Role = .plain) {
    self.character = character
    self.role = role
  }

  package static let blank = Cell(" ")

  package var isContinuation: Bool { character == Glyph.continuationCharacter }
}

extension Canvas: Equatable {
  package static func == (one: Canvas, other: Canvas) -> Bool {
    guard one.size == other.size else { return false }
    if one.clusters == other.clusters { return one.cells == other.cells }
    return zip(one.cells, other.cells).allSatisfy {
      $0.role == $1.role && one.character(of: $0.glyph) == other.character(of: $1.glyph)
    }
  }
}
