import Foundation
import GraphLayout

extension LayoutFigures {
  /// Reads what `dot -Tplain` writes: the middle of every node and the Bézier curves of every edge,
  /// in inches.
  init(plain text: String) {
    var nodes: [Substring: (x: Double, y: Double)] = [:]
    var edges: [(tail: Substring, head: Substring, curve: [Point])] = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      let numbers = words.map { Double($0) ?? 0 }
      switch words.first {
      case "graph":
        (columns, rows) = (Int((numbers[2] * 10).rounded()), Int((numbers[3] * 5).rounded()))
      case "node": nodes[words[1]] = (numbers[2], numbers[3])
      case "edge":
        let ends = 4..<4 + 2 * Int(numbers[3])
        let curve = stride(from: ends.lowerBound, to: ends.upperBound, by: 2).map {
          Point(x: numbers[$0], y: numbers[$0 + 1])
        }
        edges.append((words[1], words[2], curve))
      default: break
      }
    }
    let ranks = Self.ranks(nodes.values.map(\.x))
    for edge in edges {
      guard let tail = nodes[edge.tail], let head = nodes[edge.head] else { continue }
      let (first, last) = (Self.rank(of: tail.x, in: ranks), Self.rank(of: head.x, in: ranks))
      let line = Self.flattened(edge.curve)
      var heights = [tail.y]
      for rank in first + 1..<max(first + 1, last) {
        heights.append(Self.height(of: line, at: ranks[rank]))
      }
      heights.append(head.y)
      crossings.add(net: Int(edge.tail.dropFirst()) ?? -1, from: first, heights: heights)
      length += zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.cells(to: $1.1) }
    }
  }

  private struct Point {
    let x: Double
    let y: Double

    func cells(to other: Point) -> Double {
      hypot(10 * (x - other.x), 5 * (y - other.y))
    }
  }

  /// The distinct places of nodes: all nodes of a rank have the same.
  private static func ranks(_ places: [Double]) -> [Double] {
    places.sorted().reduce(into: []) { ranks, place in
      if place - (ranks.last ?? -.infinity) > 0.2 { ranks.append(place) }
    }
  }

  private static func rank(of place: Double, in ranks: [Double]) -> Int {
    min(ranks.firstIndex(after: { $0 < place - 0.1 }), ranks.count - 1)
  }

  /// Cubic Bézier curves as short straight lines.
  private static func flattened(_ curve: [Point]) -> [Point] {
    var line = Array(curve.prefix(1))
    for start in stride(from: 0, to: curve.count - 3, by: 3) {
      let (a, b, c, d) = (curve[start], curve[start + 1], curve[start + 2], curve[start + 3])
      for step in 1...24 {
        let t = Double(step) / 24
        let (p, q, r, s) = (
          (1 - t) * (1 - t) * (1 - t), 3 * (1 - t) * (1 - t) * t, 3 * (1 - t) * t * t, t * t * t
        )
        line.append(
          Point(x: p * a.x + q * b.x + r * c.x + s * d.x, y: p * a.y + q * b.y + r * c.y + s * d.y))
      }
    }
    return line
  }

  /// Where a line passes a rank, to a ten-thousandth of an inch, so that what lies on each other
  /// does not cross.
  private static func height(of line: [Point], at x: Double) -> Double {
    guard let next = line.firstIndex(where: { $0.x >= x }), next > 0 else {
      return line.last?.y ?? 0
    }
    let (one, other) = (line[next - 1], line[next])
    let y = other.x == one.x ? other.y : one.y + (other.y - one.y) * (x - one.x) / (other.x - one.x)
    return (y * 1e4).rounded() / 1e4
  }
}
