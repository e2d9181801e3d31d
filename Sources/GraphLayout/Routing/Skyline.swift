/// For each row the first track that is free from there on to the right.
///
/// A segment tree over the rows that matter, so that a net of any length costs a logarithm.
struct Skyline {
  private let rows: [Int]
  private var leaves = 1
  /// The highest value in the whole stretch below a node, and the value set for all of it.
  private var highest: [Int]
  private var common: [Int]

  init(rows: [Int]) {
    self.rows = Set(rows).sorted()
    while leaves < self.rows.count { leaves *= 2 }
    highest = [Int](repeating: 0, count: 2 * leaves)
    common = highest
  }

  /// Takes the leftmost track from `least` on that is free over a stretch of rows and right of all
  /// taken there.
  mutating func add(from low: Int, through high: Int, notBefore least: Int) -> Int {
    let stretch = Stretch(low: index(of: low), high: index(of: high) + 1)
    let track = max(least, maximum(in: stretch))
    raise(stretch, to: track + 1)
    return track
  }

  private func index(of row: Int) -> Int { rows.firstIndex(after: { $0 < row }) }

  private func maximum(in stretch: Stretch) -> Int {
    var result = 0
    var stack = [(node: 1, rows: Stretch(low: 0, high: leaves))]
    while let (node, rows) = stack.popLast() {
      guard rows.overlaps(stretch) else { continue }
      if rows.lies(within: stretch) {
        result = max(result, highest[node])
        continue
      }
      result = max(result, common[node])
      stack.append((2 * node, rows.upperHalf))
      stack.append((2 * node + 1, rows.lowerHalf))
    }
    return result
  }

  private mutating func raise(_ stretch: Stretch, to value: Int) {
    var stack = [(node: 1, rows: Stretch(low: 0, high: leaves))]
    while let (node, rows) = stack.popLast() {
      guard rows.overlaps(stretch) else { continue }
      highest[node] = max(highest[node], value)
      if rows.lies(within: stretch) {
        common[node] = max(common[node], value)
        continue
      }
      stack.append((2 * node, rows.upperHalf))
      stack.append((2 * node + 1, rows.lowerHalf))
    }
  }
}

/// Leaves from `low` up to, but not including, `high`.
private struct Stretch {
  let low: Int
  let high: Int

  func overlaps(_ other: Stretch) -> Bool { low < other.high && other.low < high }
  func lies(within other: Stretch) -> Bool { other.low <= low && high <= other.high }

  private var middle: Int { (low + high) / 2 }
  var upperHalf: Stretch { Stretch(low: low, high: middle) }
  var lowerHalf: Stretch { Stretch(low: middle, high: high) }
}
