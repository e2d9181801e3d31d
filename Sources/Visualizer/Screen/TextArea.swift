package import CellGrid

/// A stretch of text with one meaning.
package struct Span: Hashable, Sendable {
  package let text: String
  package let role: Role

  package init(_ text: String, _ role: Role = .plain) {
    self.text = text
    self.role = role
  }
}

/// A rectangle that is written line by line, top to bottom, and cuts what does not fit.
package struct TextArea {
  package let rect: Rect
  package private(set) var row: Int

  package init(_ rect: Rect) {
    self.rect = rect
    row = rect.minRow
  }

  package var isFull: Bool { row > rect.maxRow }
  package var rowsLeft: Int { max(0, rect.maxRow - row + 1) }

  package mutating func skip(_ rows: Int = 1) { row += rows }

  /// Writes one line; what sticks out at the right ends in `…`.
  package mutating func line(_ spans: [Span], on canvas: inout Canvas) {
    defer { row += 1 }
    guard !isFull else { return }
    var column = rect.minColumn
    for span in spans {
      let left = rect.maxColumn - column + 1
      guard left > 0 else { return }
      column += canvas.write(
        span.text.truncated(toColumns: left), at: Point(column: column, row: row),
        role: span.role, within: rect)
    }
  }

  package mutating func line(_ text: String, _ role: Role = .plain, on canvas: inout Canvas) {
    line([Span(text, role)], on: &canvas)
  }

  /// Writes a sentence over as many lines as it takes, broken between words.
  package mutating func paragraph(
    _ text: String, _ role: Role = .plain, on canvas: inout Canvas
  ) {
    for piece in text.wrapped(toColumns: rect.size.width) { line(piece, role, on: &canvas) }
  }
}

extension String {
  /// Lines of at most so many columns, broken at spaces; a longer word stands alone.
  package func wrapped(toColumns columns: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in split(separator: " ").map(String.init) {
      if current.isEmpty {
        current = word
      } else if current.columnCount + 1 + word.columnCount <= columns {
        current += " " + word
      } else {
        lines.append(current)
        current = word
      }
    }
    return current.isEmpty ? lines : lines + [current]
  }
}
