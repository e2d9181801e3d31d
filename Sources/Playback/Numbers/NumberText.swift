import SceneLanguage

/// How many digits a number is written with.
package enum Digits: Hashable, Sendable {
  /// Four significant digits, as C's `%.4g` writes them.
  case four
  /// As few as read back to the same number.
  case all
}

/// The one place where numbers become text.
package enum NumberText {
  /// The number as text: `0.5`, `2`, `-1.135`, `1.2e-05`, `nan`, `-inf`, the same in every locale.
  ///
  /// With four digits -0 is written `0`: its sign says nothing at that precision.
  package static func text(of value: Double, digits: Digits = .four) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    switch digits {
    case .all: return value.shortestSpelling
    case .four: return value == 0 ? "0" : fourDigits(value)
    }
  }

  private static func fourDigits(_ value: Double) -> String {
    let decimal = FourDigits(rounding: value.magnitude)
    let sign = value < 0 ? "-" : ""
    return sign + decimal.text
  }
}
