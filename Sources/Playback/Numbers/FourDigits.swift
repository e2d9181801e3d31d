/// A positive number rounded correctly to four significant decimal digits.
///
/// The shortest digits that read back decide where they can: they lie on the same side of every
/// five-digit midpoint as the number itself, unless they are that midpoint. Only then, and for
/// subnormal numbers, whose shortest digits may be fewer than four, is the number compared exactly.
struct FourDigits: Hashable {
  /// From 1000 to 9999.
  private(set) var digits: Int
  /// The power of ten of the first digit.
  private(set) var exponent: Int

  init(rounding value: Double) {
    if let quick = Self(scaling: value) { self = quick } else { self.init(exactly: value) }
  }

  /// Scales by one exact power of ten, which is wrong by less than one part in 10^15; nil where
  /// that could decide the rounding, and for numbers far from 1.
  private init?(scaling value: Double) {
    guard value >= 1e-4, value < 1e15 else { return nil }
    var exponent = -4
    while exponent < 14, value >= Self.powersOfTen[exponent + 5] { exponent += 1 }
    let scaled =
      exponent <= 3
      ? value * Self.powersOfTen[7 - exponent] : value / Self.powersOfTen[exponent + 1]
    let floor = scaled.rounded(.down)
    let fraction = scaled - floor
    guard (fraction - 0.5).magnitude > 1e-6, floor >= 1_000, floor < 10_000 else { return nil }
    digits = Int(floor)
    self.exponent = exponent
    if fraction > 0.5 { increase() }
  }

  /// From 1e-4 to 1e15; those below 1 are only compared with.
  private static let powersOfTen: [Double] = [
    1e-4, 1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
    1e14, 1e15,
  ]

  private init(exactly value: Double) {
    let shortest = ShortestDigits(of: value)
    exponent = shortest.exponent
    digits = shortest.leading / 10
    if value.isSubnormal {
      digits = Self.floor(of: value, exponent: exponent)
      roundExactly(value)
    } else if shortest.leading % 10 == 5, !shortest.hasMore {
      roundExactly(value)
    } else if shortest.leading % 10 >= 5 {
      increase()
    }
  }

  private mutating func roundExactly(_ value: Double) {
    let middle = digits * 10 + 5
    switch ExactComparison.order(of: value, and: middle, timesTenTo: exponent - 4) {
    case .less: break
    case .equal: if digits % 2 == 1 { increase() }
    case .greater: increase()
    }
  }

  private mutating func increase() {
    digits += 1
    if digits == 10_000 {
      digits = 1_000
      exponent += 1
    }
  }

  /// The four leading digits, cut off.
  private static func floor(of value: Double, exponent: Int) -> Int {
    var low = 1_000
    var high = 10_000
    while high - low > 1 {
      let middle = (low + high) / 2
      switch ExactComparison.order(of: value, and: middle, timesTenTo: exponent - 3) {
      case .less: high = middle
      case .equal, .greater: low = middle
      }
    }
    return low
  }
}

extension FourDigits {
  /// As `%.4g` writes it: plain from 1e-4 up to 9999, else with an exponent, without trailing
  /// zeros.
  var text: String {
    var significant = String(digits)
    while significant.hasSuffix("0"), significant.count > 1 { significant.removeLast() }
    if exponent >= 4 || exponent < -4 { return scientific(significant) }
    if exponent < 0 {
      return "0." + String(repeating: "0", count: -exponent - 1) + significant
    }
    let whole = exponent + 1
    if significant.count <= whole {
      return significant + String(repeating: "0", count: whole - significant.count)
    }
    return significant.prefix(whole) + "." + significant.dropFirst(whole)
  }

  private func scientific(_ significant: String) -> String {
    let fraction = significant.dropFirst()
    let size = String(exponent.magnitude)
    return significant.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
      + (exponent < 0 ? "e-" : "e+") + (size.count < 2 ? "0" + size : size)
  }
}

/// The first five of the shortest digits that read back to a number.
private struct ShortestDigits {
  /// From 10000 to 99999, filled up with zeros.
  private(set) var leading = 0
  /// The power of ten of the first digit.
  private(set) var exponent = 0
  /// Whether a digit other than 0 follows.
  private(set) var hasMore = false

  init(of value: Double) {
    var count = 0
    var seesPoint = false
    var text = value.description
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count, bytes[index] != UInt8(ascii: "e") {
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: ".") {
          seesPoint = true
        } else if count == 0, byte == UInt8(ascii: "0") {
          if seesPoint { exponent -= 1 }
        } else {
          if count < 5 {
            leading = leading * 10 + Int(byte - UInt8(ascii: "0"))
          } else if byte != UInt8(ascii: "0") {
            hasMore = true
          }
          if count == 0, seesPoint { exponent -= 1 }
          if count > 0, !seesPoint { exponent += 1 }
          count += 1
        }
      }
      if index < bytes.count { exponent += Self.integer(bytes[(index + 1)...]) }
    }
    while count < 5 {
      leading *= 10
      count += 1
    }
  }

  private static func integer(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var result = 0
    for byte in bytes where byte >= UInt8(ascii: "0") {
      result = result * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return bytes.first == UInt8(ascii: "-") ? -result : result
  }
}
