#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a program states of numbers that are too many to be written down: some of them, and three
/// sums of all.
///
/// The sums are over the finite numbers. A number that is wrong changes the first, one that
/// is at another's place the last.
struct ManyNumbers {
  /// From one of those that are written down to the next: about a thousand, and in all columns,
  /// because it has no divisor in common with how many numbers there are.
  let step: Int
  let some: [Double]
  let sum: Double
  /// The root of the sum of squares.
  let norm: Double
  /// The sum of every number times its `weight(of:)`.
  let weightedSum: Double

  /// The error of a sum grows with how many numbers are added one after the other.
  private static let blockSize = 1 << 16

  init(_ numbers: [Double]) {
    var step = max(1, numbers.count / 1_000)
    while Self.greatestCommonDivisor(step, numbers.count) > 1 { step += 1 }
    self.step = step
    some = stride(from: 0, to: numbers.count, by: step).map { numbers[$0] }
    var total = (sum: 0.0, squares: 0.0, weighted: 0.0)
    for start in stride(from: 0, to: numbers.count, by: Self.blockSize) {
      var block = (sum: 0.0, squares: 0.0, weighted: 0.0)
      for place in start..<min(start + Self.blockSize, numbers.count)
      where numbers[place].isFinite {
        let number = numbers[place]
        block.sum += number
        block.squares += number * number
        block.weighted += Self.weight(of: place) * number
      }
      total.sum += block.sum
      total.squares += block.squares
      total.weighted += block.weighted
    }
    (sum, norm, weightedSum) = (total.sum, total.squares.squareRoot(), total.weighted)
  }

  /// From -1 up to 1, spread evenly by Knuth's multiplicative hashing ("The Art of Computer
  /// Programming", volume 3, section 6.4).
  static func weight(of place: Int) -> Double {
    Double(UInt32(truncatingIfNeeded: place &* 2_654_435_761)) / 2_147_483_648 - 1
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b > 0 { (a, b) = (b, a % b) }
    return a
  }
}
