package import CellGrid

/// Reads a picture as a person does: it knows the characters and nothing of how they came there.
///
/// Boxes are found by their corners and named by the number in their title. From every port on a
/// right border the lines are followed, straight under crossings and into every arm of a
/// junction, until they end at arrow heads.
package struct GlyphWalk {
  private let rows: [[Unicode.Scalar]]
  private var boxes: [(number: Int, rect: Rect)] = []
  private var boxesByColumn: [Int: [(number: Int, rect: Rect)]] = [:]

  package struct Arrival: Hashable {
    package let box: Int
    package let row: Int

    package init(box: Int, row: Int) {
      self.box = box
      self.row = row
    }
  }

  package init(_ rows: [[Unicode.Scalar]]) {
    self.rows = rows
    findBoxes()
    boxesByColumn = Dictionary(grouping: boxes) { $0.rect.minColumn }
  }

  /// A picture whose boxes are known, by their number, whatever they look like.
  package init(_ rows: [[Unicode.Scalar]], boxes: [Rect]) {
    self.rows = rows
    self.boxes = boxes.enumerated().map { ($0.offset, $0.element) }
    boxesByColumn = Dictionary(grouping: self.boxes) { $0.rect.minColumn }
  }

  /// The characters of each row: scalars, of which a picture of many millions keeps four bytes each.
  package static func rows(of picture: String) -> [[Unicode.Scalar]] {
    picture.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }

  /// For each box that has a port on its right border, where its lines arrive.
  package func arrivals() throws -> [Int: Set<Arrival>] {
    var arrivals: [Int: Set<Arrival>] = [:]
    for box in boxes {
      for row in box.rect.minRow...box.rect.maxRow
      where self[Point(column: box.rect.maxColumn, row: row)] == "├" {
        let port = Point(column: box.rect.maxColumn, row: row)
        arrivals[box.number, default: []].formUnion(try follow(from: port))
      }
    }
    return arrivals
  }

  package subscript(point: Point) -> Unicode.Scalar {
    guard rows.indices.contains(point.row), rows[point.row].indices.contains(point.column) else {
      return " "
    }
    return rows[point.row][point.column]
  }

  /// Where the lines arrive that begin right of a cell.
  package func follow(from port: Point) throws -> Set<Arrival> {
    var arrivals: Set<Arrival> = []
    var seen: Set<Step> = []
    var pending = [Step(point: port, direction: .right)]
    while let step = pending.popLast() {
      guard seen.insert(step).inserted else { continue }
      let next = step.point.neighbour(step.direction)
      let character = self[next]
      if character == "▶", step.direction == .right {
        arrivals.insert(try arrival(right: next))
        continue
      }
      guard let arms = Self.arms[character] else {
        throw LostWay(point: next, character: character)
      }
      if !arms.contains(step.direction.opposite) {
        let isUnderCrossing = arms == [.up, .down] && step.direction.isHorizontal
        guard isUnderCrossing else { throw LostWay(point: next, character: character) }
        pending.append(Step(point: next, direction: step.direction))
        continue
      }
      for arm in arms.subtracting([step.direction.opposite]) {
        pending.append(Step(point: next, direction: arm))
      }
    }
    return arrivals
  }

  private func arrival(right head: Point) throws -> Arrival {
    for box in boxesByColumn[head.column + 1] ?? [] {
      if (box.rect.minRow...box.rect.maxRow).contains(head.row) {
        return Arrival(box: box.number, row: head.row - box.rect.minRow)
      }
    }
    throw LostWay(point: head, character: "▶")
  }

  private mutating func findBoxes() {
    for (row, line) in rows.enumerated() {
      for (column, character) in line.enumerated() where character == "╭" {
        var right = column + 1
        while self[Point(column: right, row: row)] != "╮" { right += 1 }
        var bottom = row + 1
        while self[Point(column: column, row: bottom)] != "╰" { bottom += 1 }
        let digits = line[column...right].map(Character.init).filter(\.isNumber)
        let rect = Rect(
          column: column, row: row, width: right - column + 1, height: bottom - row + 1)
        boxes.append((Int(String(digits)) ?? -1, rect))
      }
    }
  }

  private static let arms: [Unicode.Scalar: Set<Direction>] = [
    "─": [.left, .right], "│": [.up, .down], "┌": [.right, .down], "┐": [.left, .down],
    "└": [.right, .up], "┘": [.left, .up], "├": [.up, .down, .right], "┤": [.up, .down, .left],
    "┬": [.left, .right, .down], "┴": [.left, .right, .up], "┼": [.left, .right, .up, .down],
  ]
}

package struct LostWay: Error {
  package let point: Point
  package let character: Unicode.Scalar
}

private struct Step: Hashable {
  let point: Point
  let direction: Direction
}

private enum Direction: Hashable {
  case left, right, up, down

  var isHorizontal: Bool { self == .left || self == .right }

  var opposite: Direction {
    switch self {
    case .left: .right
    case .right: .left
    case .up: .down
    case .down: .up
    }
  }
}

extension Point {
  fileprivate func neighbour(_ direction: Direction) -> Point {
    switch direction {
    case .left: Point(column: column - 1, row: row)
    case .right: Point(column: column + 1, row: row)
    case .up: Point(column: column, row: row - 1)
    case .down: Point(column: column, row: row + 1)
    }
  }
}
