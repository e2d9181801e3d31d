/// Notes, update by update, which numbers of the parameters get a gradient that is not 0.
///
/// Nan is a gradient like any other. Of large parameters nothing is noted: it would take longer than
/// their update, and a unit that is closed shows at its bias.
struct Receipts: Hashable, Sendable {
  /// The largest parameter that is watched.
  static let most = 4096

  /// By place the last update, from 1, that had a gradient for the number; 0 where none had.
  private var last: [Int32]

  /// - Parameter count: how many numbers all parameters have together.
  init(count: Int) { last = Array(repeating: 0, count: count) }

  /// The last update, from 1, in which the number at a place got a gradient; 0 where none did.
  func last(at place: Int) -> Int32 { last[place] }

  /// - Parameters:
  ///   - gradient: of one parameter, or of numbers that lie side by side.
  ///   - start: the place of its first number among those of all parameters.
  ///   - step: which update it is, from 1.
  mutating func note(_ gradient: UnsafeBufferPointer<Double>, from start: Int, step: Int32) {
    last.withUnsafeMutableBufferPointer { last in
      for index in gradient.indices where gradient[index] != 0 { last[start + index] = step }
    }
  }
}
