import Visualizer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How colours look to people who have all three kinds of cones, and to those who miss one.
enum ColorVision: CaseIterable {
  case trichromat, protanope, deuteranope, tritanope

  /// What becomes of red, green and blue light: Machado, Oliveira, Fernandes, "A Physiologically-
  /// based Model for Simulation of Color Vision Deficiency", 2009, severity 1.
  private var rows: [[Double]] {
    switch self {
    case .trichromat: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanope:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranope:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanope:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// How different two colours look: the distance in CIELAB (CIE 1976).
  func difference(_ one: PaletteColor, _ other: PaletteColor) -> Double {
    let squares = zip(lab(one), lab(other)).map { ($0 - $1) * ($0 - $1) }
    return squares.reduce(0, +).squareRoot()
  }

  private func lab(_ color: PaletteColor) -> [Double] {
    let light = [color.linear.red, color.linear.green, color.linear.blue]
    let seen = Self.product(rows, light).map { min(1, max(0, $0)) }
    // sRGB to XYZ, relative to its white (IEC 61966-2-1).
    let xyz = zip(Self.product(Self.toXYZ, seen), [0.95047, 1, 1.08883]).map { $0 / $1 }
    let roots = xyz.map { $0 > 216.0 / 24389 ? cbrt($0) : (24389.0 / 27 * $0 + 16) / 116 }
    return [116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])]
  }

  private static let toXYZ = [
    [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
  ]

  private static func product(_ rows: [[Double]], _ column: [Double]) -> [Double] {
    rows.map { row in zip(row, column).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
