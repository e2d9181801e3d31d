import GraphLayout

/// Counts crossings of a drawing in ranks, the same way for every program that draws.
///
/// An edge is cut at every rank it passes, which makes it a line between two neighbouring ranks;
/// two of them cross where their ends are in opposite order. At its own two nodes an edge counts
/// as ending in the middle, so lines into one node do not cross there. Inversions are counted with
/// a Fenwick tree (Barth, Jünger, Mutzel 2002).
struct RankCrossings {
  private struct Line: Hashable {
    let net: Int
    let left: Double
    let right: Double
  }

  /// The lines right of each rank.
  private var lines: [Int: [Line]] = [:]

  /// Adds an edge by its heights at the ranks it comes to, from `rank` on.
  mutating func add(net: Int, from rank: Int, heights: [Double]) {
    for (offset, (left, right)) in zip(heights, heights.dropFirst()).enumerated() {
      lines[rank + offset, default: []].append(Line(net: net, left: left, right: right))
    }
  }

  /// Every edge for itself.
  var byEdge: Int { lines.values.reduce(0) { $0 + Self.inversions($1) } }

  /// Edges of one net that lie on each other between two ranks as one line.
  var byNet: Int { lines.values.reduce(0) { $0 + Self.inversions(Array(Set($1))) } }

  private static func inversions(_ lines: [Line]) -> Int {
    let rights = Array(Set(lines.map(\.right))).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(rights, rights.indices))
    let sorted = lines.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    var arrived = FenwickTree(count: rights.count)
    var inversions = 0
    var first = 0
    while first < sorted.count {
      let end = sorted[first...].firstIndex { $0.left != sorted[first].left } ?? sorted.count
      let ends = sorted[first..<end].compactMap { places[$0.right] }
      for place in ends { inversions += arrived.total - arrived.sum(through: place) }
      for place in ends { arrived.add(1, at: place) }
      first = end
    }
    return inversions
  }
}
