import CellGrid
import GraphLayout

extension LayoutFigures {
  /// Read off the drawing, not off what the passes believe.
  init(_ drawing: Drawing, of graph: LayoutGraph) {
    (columns, rows) = (drawing.size.width, drawing.size.height)
    var ranks = [Int](repeating: 0, count: graph.nodeCount)
    for (rank, boxes) in drawing.ranks.enumerated() {
      for box in boxes { ranks[box] = rank }
    }
    // Within a rank every net runs straight on.
    let starts = drawing.ranks.map { boxes in boxes.map { drawing.boxes[$0].minColumn }.min() ?? 0 }
    for (edge, route) in zip(graph.edges, drawing.routes) {
      let (first, last) = (ranks[edge.tail], ranks[edge.head])
      var heights = [Self.middle(drawing.boxes[edge.tail])]
      var place = route.points.startIndex
      for rank in first + 1..<max(first + 1, last) {
        while place + 1 < route.points.endIndex, route.points[place + 1].column < starts[rank] {
          place += 1
        }
        heights.append(Double(route.points[place].row))
      }
      heights.append(Self.middle(drawing.boxes[edge.head]))
      crossings.add(net: edge.tail, from: first, heights: heights)
      length += zip(route.points, route.points.dropFirst()).reduce(0) {
        $0 + Double(abs($1.0.column - $1.1.column) + abs($1.0.row - $1.1.row))
      }
    }
  }

  private static func middle(_ box: Rect) -> Double { Double(box.minRow + box.maxRow) / 2 }
}
