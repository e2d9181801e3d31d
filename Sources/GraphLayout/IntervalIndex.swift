/// Finds the intervals that overlap a range among very many, without looking at the others.
///
/// The intervals are sorted by their starts; over them stands a tree of the largest end below each
/// node, so that a query leaves out whole stretches that end too early. A query costs a logarithm
/// for each interval it finds.
struct IntervalIndex: Equatable, Sendable {
  /// The intervals' numbers by their starts, and the starts.
  private var numbers: [Int32] = []
  private var starts: [Int32] = []
  /// A complete binary tree: the root is 1, the ends themselves are its leaves.
  private var ends: [Int32] = []
  private var leafCount = 1

  /// Intervals from a start to an end, both included. They come as two arrays, since an array of
  /// ranges would make the runtime search all conformances before the first picture.
  init(from firsts: [Int], to lasts: [Int]) {
    func short(_ value: Int) -> Int32 { Int32(clamping: value) }
    let order = firsts.indices.sorted { (firsts[$0], $0) < (firsts[$1], $1) }
    numbers = order.map(short)
    starts = order.map { short(firsts[$0]) }
    while leafCount < order.count { leafCount *= 2 }
    ends = [Int32](repeating: .min, count: 2 * leafCount)
    for (place, number) in order.enumerated() {
      ends[leafCount + place] = short(lasts[number])
    }
    for node in (1..<leafCount).reversed() { ends[node] = max(ends[2 * node], ends[2 * node + 1]) }
  }

  /// Calls `body` with the number of each interval that has a point in common with `range`, by
  /// their starts.
  func forEach(overlapping range: ClosedRange<Int>, _ body: (Int) -> Void) {
    let first = Int32(clamping: range.lowerBound)
    // Those from here on start too late.
    let end = starts.firstIndex(after: { Int($0) <= range.upperBound })
    var stack = [(node: 1, place: 0, count: leafCount)]
    while let (node, place, count) = stack.popLast() {
      guard place < end, ends[node] >= first else { continue }
      if count == 1 {
        body(Int(numbers[place]))
      } else {
        stack.append((2 * node + 1, place + count / 2, count / 2))
        stack.append((2 * node, place, count / 2))
      }
    }
  }
}
