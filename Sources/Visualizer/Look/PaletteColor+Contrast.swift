#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension PaletteColor {
  /// The contrast of the two, from 1 to 21; text wants 4.5 (WCAG 2.2, success criterion 1.4.3).
  package func contrast(with other: PaletteColor) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Relative luminance, 0 to 1 (WCAG 2.2, definitions).
  private var luminance: Double {
    let (red, green, blue) = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  /// The three as amounts of light, 0 to 1 (IEC 61966-2-1, sRGB).
  package var linear: (red: Double, green: Double, blue: Double) {
    (Self.light(red), Self.light(green), Self.light(blue))
  }

  private static func light(_ level: Int) -> Double {
    let share = Double(level) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
