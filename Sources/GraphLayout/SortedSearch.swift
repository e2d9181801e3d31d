extension RandomAccessCollection where Index == Int {
  /// In a collection whose elements before some place all satisfy a condition and those from there
  /// on do not: that place, by halving.
  package func firstIndex(after isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
