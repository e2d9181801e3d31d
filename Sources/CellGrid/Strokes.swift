/// Lines seen through a rectangle of the world, that join where lines of one net meet.
///
/// A cell belongs to one net. Where two nets cross, the vertical one passes over: only its arms
/// are drawn (`─│─`), so that a crossing never looks like a junction.
package struct Strokes: Sendable {
  package let viewport: Rect
  private var marks: [Mark]

  struct Mark {
    var net: Int32 = -1
    var arms = Arms()
    var role = Role.plain
    var isHead = false
  }

  package init(viewport: Rect) {
    self.viewport = viewport
    marks = [Mark](repeating: Mark(), count: viewport.size.width * viewport.size.height)
  }

  /// Draws a horizontal or vertical line from the middle of one cell to the middle of another.
  ///
  /// Of strokes of one net in one cell the heavier decides the role, and among equals the later.
  package mutating func line(
    from start: Point, to end: Point, net: Int, weight: Weight = .light, role: Role = .plain
  ) {
    let pen = Pen(net: Int32(truncatingIfNeeded: net), weight: weight, role: role)
    let isHorizontal = start.row == end.row
    let first = Point(column: min(start.column, end.column), row: min(start.row, end.row))
    let last = Point(column: max(start.column, end.column), row: max(start.row, end.row))
    let through = Arms(isHorizontal ? [.left, .right] : [.up, .down], weight: weight)
    let line = Rect(
      column: first.column, row: first.row, width: last.column - first.column + 1,
      height: last.row - first.row + 1)
    let seen = line.intersection(viewport)
    guard !seen.isEmpty, isHorizontal || start.column == end.column, first != last else { return }
    let step = isHorizontal ? 1 : viewport.size.width
    var index = index(seen.origin)
    for offset in 0..<max(seen.size.width, seen.size.height) {
      let point = Point(
        column: seen.minColumn + (isHorizontal ? offset : 0),
        row: seen.minRow + (isHorizontal ? 0 : offset))
      var arms = through
      if point == first { arms = Arms([isHorizontal ? .right : .down], weight: weight) }
      if point == last { arms = Arms([isHorizontal ? .left : .up], weight: weight) }
      add(arms, at: index, pen)
      index += step
    }
  }

  /// Puts the head of an arrow that points to the right.
  package mutating func head(at point: Point, net: Int, weight: Weight, role: Role = .plain) {
    guard viewport.contains(point) else { return }
    let pen = Pen(net: Int32(truncatingIfNeeded: net), weight: weight, role: role)
    add(Arms([.left], weight: weight), at: index(point), pen)
    marks[index(point)].isHead = true
  }

  package func arms(at point: Point) -> Arms {
    viewport.contains(point) ? marks[index(point)].arms : Arms()
  }

  /// The net a cell belongs to.
  package func net(at point: Point) -> Int? {
    guard viewport.contains(point), marks[index(point)].net >= 0 else { return nil }
    return Int(marks[index(point)].net)
  }

  private func index(_ point: Point) -> Int {
    (point.row - viewport.minRow) * viewport.size.width + point.column - viewport.minColumn
  }

  private mutating func add(_ arms: Arms, at index: Int, _ pen: Pen) {
    if marks[index].net == pen.net {
      if pen.weight >= marks[index].arms.heaviest ?? .light { marks[index].role = pen.role }
      marks[index].arms.formUnion(arms)
    } else if marks[index].net < 0 || !arms.isHorizontal {
      marks[index] = Mark(net: pen.net, arms: arms, role: pen.role)
    }
  }
}

extension Strokes {
  /// Draws what is seen into a canvas, the top left corner of the viewport at `origin`.
  package func paint(
    on canvas: inout Canvas, at origin: Point = .zero, repertoire: Repertoire = .unicode
  ) {
    let head: Unicode.Scalar = repertoire == .unicode ? "▶" : ">"
    let seen = canvas.bounds.intersection(Rect(origin: origin, size: viewport.size))
    guard !seen.isEmpty else { return }
    for row in seen.minRow...seen.maxRow {
      let start = (row - origin.row) * viewport.size.width - origin.column
      for column in seen.minColumn...seen.maxColumn {
        let mark = marks[start + column]
        guard mark.net >= 0 else { continue }
        let glyph = Glyph(mark.isHead ? head : mark.arms.glyph(repertoire))
        canvas.put(glyph, column: column, row: row, role: mark.role)
      }
    }
  }
}

/// What one line is drawn with.
private struct Pen {
  let net: Int32
  let weight: Weight
  let role: Role
}
