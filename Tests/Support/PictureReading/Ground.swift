import CellGrid
import GraphLayout

/// The rows and columns of a drawing, with the stretches that boxes and nets take of them.
///
/// Two nets that share a cell in one direction take overlapping stretches of its row or its column,
/// and so do two boxes, or a net and a box; a right-angled crossing takes none in common. Two nets
/// that take neighbouring stretches of a row look like one. It costs a sort of the stretches,
/// whatever the size of the drawing.
struct Ground {
  let size: Size
  private var rows: [[Stretch]]
  private var columns: [[Stretch]]
  private var broken: [String] = []
  private var boxCount = 0

  private struct Stretch {
    let first: Int
    let last: Int
    let owner: Owner
  }

  private enum Owner: Equatable {
    case box(Int)
    case net(Int)
  }

  init(size: Size) {
    self.size = size
    rows = Array(repeating: [], count: size.height)
    columns = Array(repeating: [], count: size.width)
  }

  mutating func build(_ rect: Rect) {
    take(rect, for: .box(boxCount), rows: true, columns: true)
    boxCount += 1
  }

  mutating func lay(_ route: Drawing.Route) {
    let points = Array(route.points)
    for (index, (start, end)) in zip(points, points.dropFirst()).enumerated() {
      let isHorizontal = index % 2 == 0
      guard isHorizontal ? start.row == end.row : start.column == end.column, start != end else {
        broken.append("not by turns horizontal and vertical: \(points)")
        return
      }
      // The ends lie on the borders of boxes.
      let from = min(start.column, end.column) + (index == 0 ? 1 : 0)
      let to = max(start.column, end.column) - (index == points.count - 2 ? 1 : 0)
      guard from <= to else { continue }
      let (top, bottom) = (min(start.row, end.row), max(start.row, end.row))
      take(
        Rect(column: from, row: top, width: to - from + 1, height: bottom - top + 1),
        for: .net(route.net), rows: isHorizontal, columns: !isHorizontal)
    }
    if let start = points.dropLast().last, route.target.column - start.column < 3 {
      broken.append("no room for an arrow at \(route.target)")
    }
  }

  private mutating func take(_ rect: Rect, for owner: Owner, rows: Bool, columns: Bool) {
    guard Rect(origin: .zero, size: size).intersection(rect) == rect else {
      broken.append("\(owner) is outside at \(rect)")
      return
    }
    for row in rect.minRow...rect.maxRow where rows {
      self.rows[row].append(Stretch(first: rect.minColumn, last: rect.maxColumn, owner: owner))
    }
    for column in rect.minColumn...rect.maxColumn where columns {
      self.columns[column].append(Stretch(first: rect.minRow, last: rect.maxRow, owner: owner))
    }
  }

  /// What broke the laws, in words.
  var complaints: [String] {
    broken + Self.overlaps(in: rows, "row") + Self.overlaps(in: columns, "column")
  }

  private static func overlaps(in lines: [[Stretch]], _ name: String) -> [String] {
    var complaints: [String] = []
    for (line, stretches) in lines.enumerated() {
      var farthest: Stretch?
      for stretch in stretches.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
        if let other = farthest, stretch.first <= other.last, stretch.owner != other.owner {
          complaints.append(
            "\(stretch.owner) lies on \(other.owner) in \(name) \(line) at \(stretch.first)")
        }
        if let other = farthest, name == "row", stretch.first == other.last + 1,
          case .net(let one) = stretch.owner, case .net(let two) = other.owner, one != two
        {
          complaints.append("\(one) goes on where \(two) ends in row \(line)")
        }
        if stretch.last >= farthest?.last ?? .min { farthest = stretch }
      }
    }
    return complaints
  }
}
