/// Compares a binary number with a decimal one without rounding either.
enum ExactComparison {
  enum Order { case less, equal, greater }

  /// Where `value` stands relative to `digits · 10^power`; both are positive.
  static func order(of value: Double, and digits: Int, timesTenTo power: Int) -> Order {
    // The significand as an integer, and the power of two that goes with it.
    let isNormal = !value.isSubnormal
    let significand = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let binaryPower = Int(max(value.exponentBitPattern, 1)) - 1_075

    var left = Natural(significand)
    var right = Natural(UInt64(digits.magnitude))
    left.multiply(by: 2, times: max(binaryPower, 0))
    right.multiply(by: 2, times: max(-binaryPower, 0))
    left.multiply(by: 10, times: max(-power, 0))
    right.multiply(by: 10, times: max(power, 0))
    return left.order(to: right)
  }

  /// A natural number of any size, lowest digit first in base 2^32.
  private struct Natural {
    private var limbs: [UInt32]

    init(_ value: UInt64) {
      limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    }

    mutating func multiply(by factor: UInt64, times: Int) {
      for _ in 0..<times {
        var carry: UInt64 = 0
        for index in limbs.indices {
          let product = UInt64(limbs[index]) * factor + carry
          limbs[index] = UInt32(truncatingIfNeeded: product)
          carry = product >> 32
        }
        if carry > 0 { limbs.append(UInt32(truncatingIfNeeded: carry)) }
      }
    }

    func order(to other: Natural) -> Order {
      for index in stride(from: max(limbs.count, other.limbs.count) - 1, through: 0, by: -1) {
        let left = index < limbs.count ? limbs[index] : 0
        let right = index < other.limbs.count ? other.limbs[index] : 0
        if left != right { return left < right ? .less : .greater }
      }
      return .equal
    }
  }
}
