/// How mistakes spell what they name.
extension Int {
  /// With a comma in front of every three digits: `-1,234`.
  var grouped: String {
    let digits = Array(String(magnitude))
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}

extension UInt8 {
  /// Two digits: `0A`.
  var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}

extension [Int] {
  /// As a shape is written: `(60000, 784)`.
  var listed: String { "(" + map(String.init).joined(separator: ", ") + ")" }
}

extension String {
  /// In quotation marks, the first 40 characters, and nothing that a terminal would obey.
  var quoted: String {
    let shown = prefix(40).unicodeScalars.map { scalar in
      scalar.isObeyed
        ? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}" : String(scalar)
    }
    return "'" + shown.joined() + (count > 40 ? "…" : "") + "'"
  }
}

extension Unicode.Scalar {
  fileprivate var isObeyed: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: true
    default: false
    }
  }
}
