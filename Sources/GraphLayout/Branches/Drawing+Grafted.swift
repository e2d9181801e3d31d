import CellGrid

extension Drawing {
  /// The drawing of the whole: every branch where its box is in the drawing of the stem.
  ///
  /// A box that is narrower than in the drawing its branch shares keeps the border its wires have
  /// in common: the left one, or the right one if it has no operands.
  init(grafting branches: Branches, on drawing: Drawing, of stem: Stem, in whole: Diagram) {
    var boxes = [Rect](repeating: Rect(origin: .zero, size: .zero), count: whole.boxes.count)
    var corners = [Point](repeating: .zero, count: branches.parts.count)
    for (box, place) in drawing.boxes.enumerated() {
      boxes[stem.part.boxes[box]] = place
      if stem.branchOfBox[box] >= 0 { corners[stem.branchOfBox[box]] = place.origin }
    }
    var hasOperands = [Bool](repeating: false, count: whole.boxes.count)
    for wire in whole.wires { hasOperands[wire.to] = true }
    for (branch, part) in branches.parts.enumerated() {
      for (box, place) in zip(part.boxes, branches.drawing(of: branch).boxes) {
        let size = whole.boxes[box].size
        let inset = hasOperands[box] ? 0 : place.size.width - size.width
        let corner = Point(
          column: place.minColumn + corners[branch].column + inset,
          row: place.minRow + corners[branch].row)
        boxes[box] = Rect(origin: corner, size: size)
      }
    }
    self.init(
      size: drawing.size, boxes: boxes,
      ranks: Self.ranks(branches, drawing, stem, boxes),
      routes: Self.routes(branches, drawing, stem, corners, whole, boxes))
  }

  /// The ranks of all branches side by side, their last ones beside the first of the stem.
  private static func ranks(
    _ branches: Branches, _ drawing: Drawing, _ stem: Stem, _ boxes: [Rect]
  ) -> [[Int]] {
    let most = branches.drawings.reduce(1) { max($0, $1.ranks.count) }
    var ranks = [[Int]](repeating: [], count: most - 1 + drawing.ranks.count)
    for (branch, part) in branches.parts.enumerated() {
      let own = branches.drawing(of: branch).ranks
      for (rank, members) in own.enumerated() {
        ranks[most - own.count + rank] += members.map { part.boxes[$0] }
      }
    }
    for (rank, members) in drawing.ranks.enumerated() {
      let ordinary = members.filter { stem.branchOfBox[$0] < 0 }
      ranks[most - 1 + rank] += ordinary.map { stem.part.boxes[$0] }
    }
    return ranks.map { $0.sorted { boxes[$0].minRow < boxes[$1].minRow } }
  }

  private static func routes(
    _ branches: Branches, _ drawing: Drawing, _ stem: Stem, _ corners: [Point], _ whole: Diagram,
    _ boxes: [Rect]
  ) -> Routes {
    var places = [(branch: Int, route: Int)](repeating: (-1, 0), count: whole.wires.count)
    for (route, wire) in stem.part.wires.enumerated() { places[wire] = (-1, route) }
    for (branch, part) in branches.parts.enumerated() {
      for (route, wire) in part.wires.enumerated() { places[wire] = (branch, route) }
    }
    var routes = Routes()
    for (wire, (branch, route)) in zip(whole.wires, places) {
      let source = branch < 0 ? drawing : branches.drawing(of: branch)
      let corner = branch < 0 ? Point.zero : corners[branch]
      var points = source.routes[route].points.map {
        Point(column: $0.column + corner.column, row: $0.row + corner.row)
      }
      points[0] = Point(column: boxes[wire.from].maxColumn, row: points[0].row)
      routes.append(net: wire.from, points)
    }
    return routes
  }
}
