import CellGrid

/// The drawing of a part, and where it stands in the drawing of the whole.
struct DrawnPart {
  let part: DiagramPart
  let drawing: Drawing
  let corner: Point
  /// The rank of the whole that its first one is.
  var firstRank = 0
}

extension Drawing {
  /// The drawing of a whole, put together from those of its parts; a box that is in two of them is
  /// where the later one has it.
  ///
  /// A box that is narrower than its part draws it keeps the border its wires have in common: the
  /// left one, or the right one if it has no operands.
  init(joining pieces: [DrawnPart], in whole: Diagram, size: Size) {
    var boxes = [Rect](repeating: Rect(origin: .zero, size: .zero), count: whole.boxes.count)
    var rankOfBox = [Int](repeating: 0, count: whole.boxes.count)
    var places = [(piece: Int, route: Int)](repeating: (0, 0), count: whole.wires.count)
    var hasOperands = [Bool](repeating: false, count: whole.boxes.count)
    for wire in whole.wires { hasOperands[wire.to] = true }
    for (number, piece) in pieces.enumerated() {
      for (box, place) in zip(piece.part.boxes, piece.drawing.boxes) {
        let own = whole.boxes[box].size
        let inset = hasOperands[box] ? 0 : place.size.width - own.width
        let moved = place.moved(columns: piece.corner.column + inset, rows: piece.corner.row)
        boxes[box] = Rect(origin: moved.origin, size: own)
      }
      for (rank, members) in piece.drawing.ranks.enumerated() {
        for box in members { rankOfBox[piece.part.boxes[box]] = piece.firstRank + rank }
      }
      for (route, wire) in piece.part.wires.enumerated() { places[wire] = (number, route) }
    }
    var ranks = [[Int]](repeating: [], count: (rankOfBox.max() ?? -1) + 1)
    for (box, rank) in rankOfBox.enumerated() { ranks[rank].append(box) }
    var routes = Routes()
    for (wire, place) in zip(whole.wires, places) {
      let (route, corner) = (
        pieces[place.piece].drawing.routes[place.route], pieces[place.piece].corner
      )
      var points = route.points.map {
        Point(column: $0.column + corner.column, row: $0.row + corner.row)
      }
      points[0] = Point(column: boxes[wire.from].maxColumn, row: points[0].row)
      routes.append(net: wire.from, points)
    }
    self.init(
      size: size, boxes: boxes,
      ranks: ranks.map { $0.sorted { boxes[$0].minRow < boxes[$1].minRow } }, routes: routes)
  }

  /// One drawing of several parts, one below the other.
  init(stacking drawings: [Drawing], of parts: [DiagramPart], in diagram: Diagram) {
    var pieces: [DrawnPart] = []
    var (width, height) = (0, 0)
    for (drawing, part) in zip(drawings, parts) {
      let top = pieces.isEmpty ? 0 : height + 1
      pieces.append(
        DrawnPart(part: part, drawing: drawing, corner: Point(column: 0, row: top)))
      width = max(width, drawing.size.width)
      height = top + drawing.size.height
    }
    self.init(joining: pieces, in: diagram, size: Size(width: width, height: height))
  }

  /// The drawing of a diagram whose branches stand where their boxes are in the drawing of the
  /// stem; their last ranks are beside its first one.
  init(grafting branches: Branches, on drawing: Drawing, of stem: Stem, in whole: Diagram) {
    let most = branches.drawings.reduce(1) { max($0, $1.ranks.count) }
    var pieces = [
      DrawnPart(part: stem.part, drawing: drawing, corner: .zero, firstRank: most - 1)
    ]
    for (box, branch) in stem.branchOfBox.enumerated() where branch >= 0 {
      let own = branches.drawing(of: branch)
      pieces.append(
        DrawnPart(
          part: branches.parts[branch], drawing: own, corner: drawing.boxes[box].origin,
          firstRank: most - own.ranks.count))
    }
    self.init(joining: pieces, in: whole, size: drawing.size)
  }
}
