/// A grid of styled characters that everything visible is drawn into.
///
/// Reading outside gives a blank, writing outside does nothing: a canvas is total at any size.
package struct Canvas: Equatable, Sendable {
  package let size: Size
  var cells: [Cell]

  package init(size: Size) {
    self.size = size
    cells = [Cell](repeating: .blank, count: size.width * size.height)
  }

  package subscript(column: Int, row: Int) -> Cell {
    get { contains(column, row) ? cells[row * size.width + column] : .blank }
    set {
      guard contains(column, row) else { return }
      cells[row * size.width + column] = newValue
    }
  }

  private func contains(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < size.width && row < size.height
  }
}

/// What one cell of the grid shows.
package struct Cell: Hashable, Sendable {
  package var character: Character
  package var role: Role

  package init(_ character: Character, role: Role = .plain) {
    self.character = character
    self.role = role
  }

  package static let blank = Cell(" ")
}
