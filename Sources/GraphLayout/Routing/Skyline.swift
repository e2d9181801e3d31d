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

  /// Takes the leftmost track that is free over a stretch of rows and right of all taken there.
  mutating func add(from low: Int, through high: Int) -> Int {
    let stretch = index(of: low)..<index(of: high) + 1
    let track = maximum(in: stretch)
    raise(stretch, to: track + 1)
    return track
  }

  private func index(of row: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func maximum(in stretch: Range<Int>) -> Int {
    var result = 0
    var stack = [(node: 1, range: 0..<leaves)]
    while let (node, range) = stack.popLast() {
      guard range.overlaps(stretch) else { continue }
      if stretch.lowerBound <= range.lowerBound && range.upperBound <= stretch.upperBound {
        result = max(result, highest[node])
        continue
      }
      result = max(result, common[node])
      let middle = (range.lowerBound + range.upperBound) / 2
      stack.append((2 * node, range.lowerBound..<middle))
      stack.append((2 * node + 1, middle..<range.upperBound))
    }
    return result
  }

  private mutating func raise(_ stretch: Range<Int>, to value: Int) {
    var stack = [(node: 1, range: 0..<leaves)]
    while let (node, range) = stack.popLast() {
      guard range.overlaps(stretch) else { continue }
      highest[node] = max(highest[node], value)
      if stretch.lowerBound <= range.lowerBound && range.upperBound <= stretch.upperBound {
        common[node] = max(common[node], value)
        continue
      }
      let middle = (range.lowerBound + range.upperBound) / 2
      stack.append((2 * node, range.lowerBound..<middle))
      stack.append((2 * node + 1, middle..<range.upperBound))
    }
  }
}
