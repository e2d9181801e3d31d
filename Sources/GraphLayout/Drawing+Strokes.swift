package import CellGrid

extension Drawing {
  /// What of the wires is seen through a viewport, drawn light but where `emphasis` says
  /// otherwise for a wire.
  ///
  /// The strokes reach from the cell right of the source's border to the arrow head left of the
  /// target's border. Emphasised wires are drawn last, so that they show where nets share cells.
  package func strokes(
    in viewport: Rect, role: Role = .plain,
    emphasis: (_ wire: Int) -> (weight: Weight, role: Role)? = { _ in nil }
  ) -> Strokes {
    var strokes = Strokes(viewport: viewport)
    var emphasised: [(wire: Int, weight: Weight, role: Role)] = []
    for wire in routes.indices {
      guard routes[wire].isSeen(through: viewport) else { continue }
      if let (weight, role) = emphasis(wire) {
        emphasised.append((wire, weight, role))
      } else {
        routes[wire].draw(into: &strokes, weight: .light, role: role)
      }
    }
    for (wire, weight, role) in emphasised {
      routes[wire].draw(into: &strokes, weight: weight, role: role)
    }
    return strokes
  }
}

extension Drawing.Route {
  /// The cell of the source's right border the wire leaves from.
  package var source: Point { points.first ?? .zero }
  /// The cell of the target's left border the wire arrives at.
  package var target: Point { points.last ?? .zero }

  /// Draws the wire without its ends, which lie on the borders of boxes.
  package func draw(into strokes: inout Strokes, weight: Weight, role: Role) {
    var previous = source
    for point in points.dropFirst() {
      strokes.line(from: previous, to: point, net: net, weight: weight, role: role)
      previous = point
    }
    let head = Point(column: target.column - 1, row: target.row)
    strokes.head(at: head, net: net, weight: weight, role: role)
  }

  fileprivate func isSeen(through viewport: Rect) -> Bool {
    guard target.column >= viewport.minColumn, source.column <= viewport.maxColumn else {
      return false
    }
    var (low, high) = (source.row, source.row)
    for point in points {
      low = min(low, point.row)
      high = max(high, point.row)
    }
    return high >= viewport.minRow && low <= viewport.maxRow
  }
}
