/// The fewest bytes a number that hold every bit of some numbers: integers over a divisor where that
/// gives them, else floating point.
///
/// ```swift
/// PackedForm(of: [0, 0.2, 1])      // u1, divided by 255
/// PackedForm(of: [0.1, 1 / 7])     // f8, divided by 1
/// ```
struct PackedForm: Equatable {
  /// What NumPy calls the type, least significant byte first.
  let name: String
  let width: Int
  let divisor: Int32

  /// Whole numbers, the pixels of files, binary and decimal fractions.
  private static let divisors: [Int32] = [1, 255, 256, 10, 100, 1_000]

  private static let integers: [(name: String, width: Int, range: ClosedRange<Int32>)] = [
    ("u1", 1, 0...255), ("i1", 1, -128...127), ("<u2", 2, 0...65_535),
    ("<i2", 2, -32_768...32_767), ("<i4", 4, .min ... .max),
  ]

  init(of numbers: [Double]) {
    for divisor in Self.divisors {
      guard let range = Self.range(of: numbers, over: divisor),
        let row = Self.integers.first(where: { $0.range.contains(range) })
      else { continue }
      (name, width, self.divisor) = (row.name, row.width, divisor)
      return
    }
    let isSingle = numbers.allSatisfy { Double(Float($0)).bitPattern == $0.bitPattern }
    (name, width, divisor) = isSingle ? ("<f4", 4, 1) : ("<f8", 8, 1)
  }

  /// The smallest and the largest of the integers that divide to exactly these numbers; nil where
  /// some number is none of them, as -0 is not.
  private static func range(of numbers: [Double], over divisor: Int32) -> ClosedRange<Int32>? {
    var (least, most) = (Int32.max, Int32.min)
    let divisor = Double(divisor)
    for number in numbers {
      guard let integer = Int32(exactly: (number * divisor).rounded()),
        (Double(integer) / divisor).bitPattern == number.bitPattern
      else { return nil }
      least = min(least, integer)
      most = max(most, integer)
    }
    return least <= most ? least...most : nil
  }

  /// The bytes of some of the numbers it is the form of.
  func bytes(of numbers: ArraySlice<Double>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * width)
    for number in numbers {
      var bits = bits(of: number)
      for _ in 0..<width {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
      }
    }
    return bytes
  }

  private func bits(of number: Double) -> UInt64 {
    switch name {
    case "<f8": number.bitPattern
    case "<f4": UInt64(Float(number).bitPattern)
    default:
      UInt64(truncatingIfNeeded: Int32(exactly: (number * Double(divisor)).rounded()) ?? 0)
    }
  }
}
