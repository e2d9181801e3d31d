/// Notes, update by update, which numbers of the parameters get a gradient that is not 0.
///
/// Nan is a gradient like any other.
struct Receipts {
  /// Which update this is, from 1.
  let step: Int32
  /// For each number of each parameter the last update with a gradient; 0 where there was none.
  let last: UnsafeMutableBufferPointer<Int32>

  /// - Parameter start: where the parameter's own stretch begins.
  func note(_ gradient: UnsafeBufferPointer<Double>, from start: Int) {
    // Written at every place, so that the compiler can do several at once.
    for i in gradient.indices {
      last[start + i] = gradient[i] == 0 ? last[start + i] : step
    }
  }
}
