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
    guard !viewport.isEmpty else { return strokes }
    let (top, bottom) = (Int32(clamping: viewport.minRow), Int32(clamping: viewport.maxRow))
    routeColumns.forEach(overlapping: viewport.minColumn...viewport.maxColumn) { wire in
      guard routeTops[wire] <= bottom, routeBottoms[wire] >= top else { return }
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
    let seen = corners(in: strokes.viewport)
    for index in seen.indices.dropFirst() {
      strokes.line(
        from: seen[index - 1], to: seen[index], net: net, weight: weight, role: role)
    }
    let head = Point(column: target.column - 1, row: target.row)
    strokes.head(at: head, net: net, weight: weight, role: role)
  }

  /// The corners in the columns of a viewport with the next one on either side: columns never
  /// decrease along a wire.
  private func corners(in viewport: Rect) -> ArraySlice<Point> {
    let first = points.firstIndex(after: { $0.column < viewport.minColumn })
    let end = points.firstIndex(after: { $0.column <= viewport.maxColumn })
    return points[max(points.startIndex, first - 1)..<min(points.endIndex, end + 1)]
  }
}
