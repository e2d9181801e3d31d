extension NumberText {
  /// The number with as many of its leading digits as so many columns take, four and the whole part
  /// at most: `-0.519`, `12345`, `1.2e-5`, the exponent as short as it goes.
  ///
  /// A number that does not fit with one digit is `…`: nothing that could be taken for another
  /// number.
  package static func text(of value: Double, columns: Int) -> String {
    if !value.isFinite || value == 0 { return text(of: value) }
    let decimal = Decimal(value.magnitude)
    let sign = value < 0 ? "-" : ""
    for count in stride(from: max(4, decimal.exponent + 1), through: 1, by: -1) {
      let rounded = decimal.rounded(to: count)
      // Without a digit for the ones, zeros would stand for digits that are not shown.
      let isWhole = count > rounded.exponent
      for candidate in [isWhole ? rounded.plain : nil, rounded.scientific] {
        if let candidate, sign.utf8.count + candidate.utf8.count <= columns {
          return sign + candidate
        }
      }
    }
    return "…"
  }
}

/// The shortest digits that read back to a positive number.
private struct Decimal {
  /// The first is not 0, and neither is the last.
  private(set) var digits: [UInt8] = []
  /// The power of ten of the first digit.
  private(set) var exponent = 0
  private let value: Double

  init(_ value: Double) {
    self.value = value
    let parts = value.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let written = mantissa.joined().utf8.map { $0 - UInt8(ascii: "0") }
    let zeros = written.prefix { $0 == 0 }.count
    exponent = (mantissa.first?.utf8.count ?? 1) - 1 - zeros
    exponent += parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    digits = Array(written.dropFirst(zeros))
    trim()
  }

  /// The digits, rounded as `FourDigits` does.
  func rounded(to count: Int) -> Decimal {
    guard digits.count > count else { return self }
    var result = self
    let isUp = isUp(at: count)
    result.digits = Array(digits.prefix(count))
    if isUp {
      var place = count - 1
      while place >= 0, result.digits[place] == 9 {
        result.digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        result.digits[place] += 1
      } else {
        result.digits = [1]
        result.exponent += 1
      }
    }
    result.trim()
    return result
  }

  /// The shortest digits decide, unless they stop in the middle between two numbers.
  private func isUp(at count: Int) -> Bool {
    guard digits[count] == 5, digits.count == count + 1 else { return digits[count] >= 5 }
    let middle = digits.reduce(0) { $0 * 10 + Int($1) }
    switch ExactComparison.order(of: value, and: middle, timesTenTo: exponent - count) {
    case .less: return false
    case .equal: return digits[count - 1] % 2 == 1
    case .greater: return true
    }
  }

  private mutating func trim() {
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
  }

  private var text: String { digits.map(String.init).joined() }

  /// Nil for very small and very large numbers.
  var plain: String? {
    guard exponent > -5, exponent < 15 else { return nil }
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + text }
    let whole = exponent + 1
    let text = text
    if digits.count <= whole { return text + String(repeating: "0", count: whole - digits.count) }
    return text.prefix(whole) + "." + text.dropFirst(whole)
  }

  var scientific: String {
    let fraction = text.dropFirst()
    return text.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e\(exponent)"
  }
}
