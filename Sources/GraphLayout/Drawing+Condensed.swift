import CellGrid

extension Drawing {
  /// One cell for each box, and no wires: ranks in columns with a free one between them, the boxes
  /// of a rank below each other in their order, around the middle.
  ///
  /// - Parameter isShown: whether a box gets a cell; the others get an empty rectangle.
  package func condensed(where isShown: (_ box: Int) -> Bool) -> Drawing {
    let ranks = ranks.map { $0.filter(isShown) }
    let height = ranks.reduce(0) { max($0, $1.count) }
    var cells = [Rect](repeating: Rect(origin: .zero, size: .zero), count: boxes.count)
    for (rank, members) in ranks.enumerated() {
      let top = (height - members.count) / 2
      for (place, box) in members.enumerated() {
        cells[box] = Rect(column: 2 * rank, row: top + place, width: 1, height: 1)
      }
    }
    let width = max(0, 2 * ranks.count - 1)
    return Drawing(
      size: Size(width: width, height: height), boxes: cells, ranks: ranks, routes: Routes())
  }
}

extension Diagram {
  /// Ranks without any layout: as early as can be, the boxes of a rank in the order of the tape,
  /// none with a place yet. In a moment it is there for a graph of any size, to be condensed.
  package func sketched() -> Drawing {
    let rankOfBox = earliestRanks()
    var ranks = [[Int]](repeating: [], count: (rankOfBox.max() ?? -1) + 1)
    for (box, rank) in rankOfBox.enumerated() { ranks[rank].append(box) }
    let places = [Rect](repeating: Rect(origin: .zero, size: .zero), count: boxes.count)
    return Drawing(size: .zero, boxes: places, ranks: ranks, routes: Drawing.Routes())
  }
}
