extension Lexer {
  /// A number: `2`, `2.5`, `.5`, `1e-3`, `1_000`.
  mutating func number(from start: Int) -> Token {
    var digits = Digits()
    position = start
    readDigits(into: &digits, areFraction: false)
    if bytes[position] == UInt8(ascii: ".") {
      position += 1
      readDigits(into: &digits, areFraction: true)
    }
    readExponent(into: &digits)
    var token = token(.number, from: start)
    token.number = digits.exactValue ?? value(of: token, exponent: digits.exponent)
    return token
  }

  private mutating func readDigits(into digits: inout Digits, areFraction: Bool) {
    while true {
      let byte = bytes[position]
      if Self.isDigit(byte) {
        digits.append(byte &- UInt8(ascii: "0"), isFraction: areFraction)
      } else if byte != UInt8(ascii: "_") || !Self.isDigit(bytes[position + 1])
        || !Self.isDigit(position > 0 ? bytes[position - 1] : 0)
      {
        return
      }
      position += 1
    }
  }

  private mutating func readExponent(into digits: inout Digits) {
    guard bytes[position] | 0x20 == UInt8(ascii: "e") else { return }
    let sign = bytes[position + 1]
    let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    var offset = position + (isSigned ? 2 : 1)
    guard offset < end, Self.isDigit(bytes[offset]) else { return }
    var exponent = 0
    while Self.isDigit(bytes[offset]) {
      exponent = min(exponent * 10 + Int(bytes[offset] &- UInt8(ascii: "0")), 1_000_000_000)
      offset += 1
    }
    digits.exponent += sign == UInt8(ascii: "-") ? -exponent : exponent
    position = offset
  }

  /// The slow way, correct for every length: the standard library's reading of the digits.
  ///
  /// What stands behind the first 800 digits that count decides no rounding, only whether anything
  /// but zeros is there (768 are enough for every `Double`).
  @inline(never)
  private func value(of token: Token, exponent: Int) -> Double {
    var text: [UInt8] = []
    var exponent = exponent
    for byte in bytes[Int(token.start)..<Int(token.end)] {
      if byte | 0x20 == UInt8(ascii: "e") { break }
      guard Self.isDigit(byte), !text.isEmpty || byte != UInt8(ascii: "0") else { continue }
      if text.count < 800 {
        text.append(byte)
      } else {
        exponent += 1
        if byte != UInt8(ascii: "0") { text[799] = UInt8(ascii: "1") }
      }
    }
    guard !text.isEmpty else { return 0 }
    return Double("\(String(decoding: text, as: UTF8.self))e\(exponent)") ?? .infinity
  }

  /// A decimal number as an integer and a power of ten.
  private struct Digits {
    var mantissa: UInt64 = 0
    var exponent = 0
    var isExact = true

    mutating func append(_ digit: UInt8, isFraction: Bool) {
      if isFraction { exponent -= 1 }
      guard mantissa < 1 << 49 else {
        isExact = false
        return
      }
      mantissa = mantissa * 10 + UInt64(digit)
    }

    /// Both the integer and the power are exact in `Double`, so one rounding gives the nearest
    /// value (Clinger, "How to read floating point numbers accurately", 1990); nil elsewhere.
    var exactValue: Double? {
      guard isExact, mantissa <= 1 << 53, abs(exponent) < Self.powers.count else { return nil }
      let power = Self.powers[abs(exponent)]
      return exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
    }

    private static let powers: [Double] = [
      1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
      1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
  }
}
