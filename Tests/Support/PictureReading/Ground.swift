import CellGrid
import GraphLayout

/// Cells that remember what lies on them.
struct Ground {
  let size: Size
  private var isBuilt: Set<Point> = []
  private var horizontal: [Point: Int] = [:]
  private var vertical: [Point: Int] = [:]
  private(set) var complaints: [String] = []

  init(size: Size) {
    self.size = size
  }

  mutating func build(_ rect: Rect) {
    for row in rect.minRow...rect.maxRow {
      for column in rect.minColumn...rect.maxColumn {
        let point = Point(column: column, row: row)
        expectInside(point)
        if !isBuilt.insert(point).inserted { complaints.append("boxes overlap at \(point)") }
      }
    }
  }

  mutating func lay(_ route: Drawing.Route) {
    for (index, (start, end)) in zip(route.points, route.points.dropFirst()).enumerated() {
      let isHorizontal = index % 2 == 0
      guard isHorizontal ? start.row == end.row : start.column == end.column, start != end else {
        complaints.append("not by turns horizontal and vertical: \(Array(route.points))")
        return
      }
      for point in cells(from: start, to: end) where point != route.source && point != route.target
      {
        occupy(point, net: route.net, isHorizontal: isHorizontal)
      }
    }
    let last = route.points.suffix(2)
    if let start = last.first, route.target.column - start.column < 3 {
      complaints.append("no room for an arrow at \(route.target)")
    }
  }

  private mutating func occupy(_ point: Point, net: Int, isHorizontal: Bool) {
    expectInside(point)
    if isBuilt.contains(point) { complaints.append("a wire runs through a box at \(point)") }
    let other = isHorizontal ? horizontal[point] : vertical[point]
    if let other, other != net { complaints.append("\(net) lies on \(other) at \(point)") }
    if isHorizontal { horizontal[point] = net } else { vertical[point] = net }
  }

  private mutating func expectInside(_ point: Point) {
    if !Rect(origin: .zero, size: size).contains(point) { complaints.append("\(point) is outside") }
  }

  private func cells(from start: Point, to end: Point) -> [Point] {
    (min(start.column, end.column)...max(start.column, end.column)).flatMap { column in
      (min(start.row, end.row)...max(start.row, end.row)).map { Point(column: column, row: $0) }
    }
  }
}
