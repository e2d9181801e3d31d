package import CellGrid

extension Canvas {
  /// The canvas in a repertoire: in ASCII the signs of mathematics become their spelling, and what
  /// has none becomes `?`.
  package func written(in repertoire: Repertoire) -> Canvas {
    guard repertoire == .ascii else { return self }
    var canvas = self
    for row in 0..<size.height {
      for column in 0..<size.width {
        let cell = self[column, row]
        guard !cell.character.isASCII, !cell.isContinuation else { continue }
        canvas[column, row] = Cell(Self.spelling[cell.character] ?? "?", role: cell.role)
        if cell.character.columns == 2 {
          canvas[column + 1, row] = Cell("?", role: cell.role)
        }
      }
    }
    return canvas
  }

  /// One character for one column.
  private static let spelling: [Character: Character] = [
    "∂": "d", "Δ": "D", "δ": "d", "σ": "s", "Σ": "S", "·": "*", "×": "x", "−": "-", "→": ">",
    "←": "<", "…": "~", "–": "-", "—": "-", "’": "'", "²": "2", "³": "3", "₀": "0", "₁": "1",
    "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9",
  ]
}
