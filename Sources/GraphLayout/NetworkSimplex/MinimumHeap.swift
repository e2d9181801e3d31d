/// Elements with keys, the least at hand. Among equal keys the smaller element comes first, so
/// that the order of insertion never shows.
struct MinimumHeap {
  private var entries: [(element: Int, key: Int)] = []

  var least: (element: Int, key: Int)? { entries.first }

  mutating func push(_ element: Int, key: Int) {
    entries.append((element, key))
    var child = entries.count - 1
    while child > 0, isLess(child, (child - 1) / 2) {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeLeast() {
    guard let last = entries.popLast(), !entries.isEmpty else { return }
    entries[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < entries.count && isLess(child, least) { least = child }
      if least == parent { return }
      entries.swapAt(parent, least)
      parent = least
    }
  }

  private func isLess(_ one: Int, _ other: Int) -> Bool {
    (entries[one].key, entries[one].element) < (entries[other].key, entries[other].element)
  }
}
