extension String {
  /// The text with everything that could steer a terminal made visible, for all text that comes
  /// from a file: titles, notes, names, paths, excerpts.
  ///
  /// `"a\u{1B}[2J"` becomes `a\u{1B}[2J` with the six characters of the escape spelled out. Tabs
  /// and newlines stay; C0, DEL, C1, bidi controls, zero-width and other format characters do not.
  package var sanitized: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.isHidden {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether a terminal would obey it or show nothing instead of showing it.
  var isHidden: Bool {
    if value < 0x7F { return value < 0x20 && value != 0x09 && value != 0x0A }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: break
    }
    let isVariationSelector = (0xFE00...0xFE0F).contains(value)
    return properties.isDefaultIgnorableCodePoint && !isVariationSelector
  }
}
