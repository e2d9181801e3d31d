extension RandomStream {
  /// The numbers from 0 up to `count`, in random order, each order as likely as any other: the
  /// shuffle of Fisher and Yates.
  ///
  /// ```swift
  /// RandomStream(seed: 1).branch(epoch).permutation(count: 4)   // the order of one epoch
  /// ```
  package func permutation(count: Int) -> [Int] {
    var order = Array(0..<max(0, count))
    var used = 0
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, number(below: UInt64(last) + 1, used: &used))
    }
    return order
  }

  /// At least 0 and below `bound`, without preference: Lemire, "Fast Random Integer Generation in an
  /// Interval" (2019). Goes on along the stream from element `used`.
  private func number(below bound: UInt64, used: inout Int) -> Int {
    while true {
      let (whole, rest) = bits(at: used).multipliedFullWidth(by: bound)
      used += 1
      if rest >= bound || rest >= (0 &- bound) % bound { return Int(whole) }
    }
  }
}
