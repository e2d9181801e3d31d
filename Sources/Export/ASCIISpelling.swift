/// How output without a character outside ASCII says what others say with one.
///
/// ```swift
/// ASCIISpelling.text.spelled("∂L/∂x = σ(w · x²)")   // "dL/dx = sigma(w * x^2)"
/// ASCIISpelling.json.spelled("\"é\"")               // "\"\\u00e9\""
/// ```
package enum ASCIISpelling: Sendable {
  /// For people: the signs of mathematics by their names, everything else by its number.
  case text
  /// For programs: the escapes of JSON, so that what is read is the same.
  case json
  /// For Python, which has an escape of its own for what takes two in JSON.
  case python

  package func spelled(_ string: String) -> String {
    guard !string.utf8.allSatisfy({ $0 < 0x80 }) else { return string }
    var result = ""
    var isRaised = false
    for scalar in string.unicodeScalars {
      switch self {
      case .json: result += Self.escaped(scalar)
      case .python where scalar.value > 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      case .python: result += Self.escaped(scalar)
      case .text:
        let exponent = Self.exponents[scalar]
        if let exponent { result += isRaised ? exponent : "^" + exponent }
        if exponent == nil { result += Self.named(scalar) }
        isRaised = exponent != nil
      }
    }
    return result
  }

  private static func named(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(scalar) }
    if (0x2080...0x2089).contains(scalar.value) { return String(scalar.value - 0x2080) }
    return signs[scalar] ?? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    guard !scalar.isASCII else { return String(scalar) }
    return String(scalar).utf16.reduce(into: "") { result, unit in
      let digits = String(unit, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }

  private static let signs: [Unicode.Scalar: String] = [
    "∂": "d", "Δ": "D", "δ": "delta", "σ": "sigma", "Σ": "sum", "·": "*", "×": "*", "√": "sqrt",
    "−": "-", "–": "-", "—": "-", "→": "->", "←": "<-", "…": "...", "’": "'", "‘": "'",
    "“": "\"", "”": "\"",
  ]

  private static let exponents: [Unicode.Scalar: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9",
  ]
}
