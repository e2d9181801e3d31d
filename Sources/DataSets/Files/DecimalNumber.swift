/// A number in decimal digits, at the front of some bytes: `2`, `-.5`, `1e-3`.
///
/// No spaces, no `nan`, no hexadecimal digits, and no signs of one language alone.
struct DecimalNumber: Hashable {
  /// The nearest `Double`; infinite where the number is beyond all.
  let value: Double
  /// Where the number ends.
  let end: Int

  /// Reads from `start` on as far as the number goes, at most to `limit`; nil where none begins.
  @inline(__always)
  init?(_ bytes: [UInt8], from start: Int, to limit: Int) {
    var scan = DecimalScan(position: start)
    let sign = scan.readSign(bytes, limit)
    let first = scan.position
    guard scan.readDigits(bytes, limit) else { return nil }
    scan.readExponent(bytes, limit)
    let size = scan.exactValue ?? Self.nearest(bytes[first..<scan.position])
    value = sign == .minus ? -size : size
    end = scan.position
  }

  private static func nearest(_ digits: ArraySlice<UInt8>) -> Double {
    Double(String(decoding: digits, as: UTF8.self)) ?? .nan
  }
}

/// The digits of a number, taken together: `digits · 10^exponent`.
///
/// The bytes are handed in at each call, because to hold them would cost more than to read them.
private struct DecimalScan {
  private(set) var position: Int
  private var digits: UInt64 = 0
  private var exponent = 0
  /// Whether there are more digits than `digits` holds.
  private var isLong = false

  init(position: Int) { self.position = position }

  @inline(__always)
  mutating func readSign(_ bytes: [UInt8], _ limit: Int) -> FloatingPointSign {
    guard position < limit else { return .plus }
    let sign = bytes[position]
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { position += 1 }
    return sign == UInt8(ascii: "-") ? .minus : .plus
  }

  /// Reads digits with at most one point among them; says whether there was a digit.
  @inline(__always)
  mutating func readDigits(_ bytes: [UInt8], _ limit: Int) -> Bool {
    let whole = readRun(bytes, limit)
    guard position < limit, bytes[position] == UInt8(ascii: ".") else { return whole > 0 }
    position += 1
    let fraction = readRun(bytes, limit)
    exponent -= fraction
    return whole + fraction > 0
  }

  /// Reads the `e` and what follows; nothing where no digits follow.
  @inline(__always)
  mutating func readExponent(_ bytes: [UInt8], _ limit: Int) {
    guard position < limit, bytes[position] | 0x20 == UInt8(ascii: "e") else { return }
    var power = DecimalScan(position: position + 1)
    let sign = power.readSign(bytes, limit)
    guard power.readRun(bytes, limit) > 0 else { return }
    // What is larger is 0 or infinite with any digits that fit into memory.
    let size = power.isLong ? 1 << 40 : Int(min(power.digits, 1 << 40))
    exponent += sign == .minus ? -size : size
    position = power.position
  }

  /// The value where digits and power of ten are both numbers without rounding, so that one rounding
  /// is all: Clinger, "How to Read Floating Point Numbers Accurately" (1990).
  @inline(__always)
  var exactValue: Double? {
    guard !isLong, digits <= 1 << 53, exponent.magnitude <= 22 else { return nil }
    if exponent == 0 { return Double(digits) }
    let power = Self.powers[Int(exponent.magnitude)]
    return exponent < 0 ? Double(digits) / power : Double(digits) * power
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Reads digits, and says how many.
  @inline(__always)
  private mutating func readRun(_ bytes: [UInt8], _ limit: Int) -> Int {
    let first = position
    while position < limit, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
      if overflow || carry { isLong = true } else { digits = sum }
      position += 1
    }
    return position - first
  }
}
