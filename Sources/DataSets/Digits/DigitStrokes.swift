/// The lines the ten digits are written with.
///
/// Points are in a box that is 1 wide and 1 high, from the upper left; what is drawn is narrower.
struct DigitStroke {
  /// The places the pen passes, in order.
  let points: [SIMD2<Double>]
  /// Whether the pen goes round them in a curve, instead of from corner to corner.
  let isCurved: Bool

  static func line(_ points: SIMD2<Double>...) -> DigitStroke {
    DigitStroke(points: points, isCurved: false)
  }

  static func curve(_ points: SIMD2<Double>...) -> DigitStroke {
    DigitStroke(points: points, isCurved: true)
  }
}

extension DigitStroke {
  /// The ways to write a digit from 0 to 9.
  static func ways(of digit: Int) -> [[DigitStroke]] {
    switch digit {
    case 0: [[zero]]
    case 1: [[.line([0.5, 0], [0.5, 1])], [.line([0.2, 0.25], [0.55, 0], [0.55, 1])]]
    case 2: [[two]]
    case 3: [[threeAbove, threeBelow]]
    case 4:
      [
        [.line([0.6, 0], [0.05, 0.65], [0.98, 0.65]), .line([0.7, 0.35], [0.7, 1])],
        [.line([0.1, 0], [0.08, 0.5], [0.9, 0.5]), .line([0.85, 0], [0.8, 1])],
      ]
    case 5: [[.line([0.88, 0], [0.2, 0], [0.14, 0.45]), fiveBelow]]
    case 6: [[six]]
    case 7:
      [
        [.line([0.05, 0], [0.95, 0], [0.38, 1])],
        [.line([0.05, 0], [0.95, 0], [0.38, 1]), .line([0.32, 0.52], [0.88, 0.52])],
      ]
    case 8: [[eight]]
    default: [[nine]]
    }
  }

  private static let zero = curve(
    [0.5, 0], [0.1, 0.18], [0, 0.5], [0.1, 0.82], [0.5, 1], [0.9, 0.82], [1, 0.5],
    [0.9, 0.18], [0.5, 0])

  private static let two = curve(
    [0.08, 0.25], [0.25, 0.05], [0.6, 0], [0.88, 0.18], [0.8, 0.45], [0.4, 0.8], [0.05, 1],
    [0.5, 0.96], [0.96, 0.99])

  private static let threeAbove = curve(
    [0.1, 0.1], [0.45, 0], [0.8, 0.1], [0.8, 0.33], [0.38, 0.47])

  private static let threeBelow = curve(
    [0.38, 0.47], [0.82, 0.58], [0.9, 0.82], [0.5, 1], [0.06, 0.9])

  private static let fiveBelow = curve(
    [0.14, 0.45], [0.5, 0.36], [0.88, 0.52], [0.88, 0.82], [0.5, 1], [0.08, 0.92])

  private static let six = curve(
    [0.78, 0], [0.4, 0.18], [0.12, 0.52], [0.12, 0.82], [0.46, 1], [0.86, 0.86], [0.82, 0.58],
    [0.45, 0.5], [0.13, 0.72])

  private static let eight = curve(
    [0.85, 0.12], [0.5, 0], [0.18, 0.12], [0.22, 0.33], [0.55, 0.49], [0.88, 0.7], [0.8, 0.93],
    [0.48, 1], [0.13, 0.9], [0.14, 0.67], [0.5, 0.47], [0.82, 0.32], [0.85, 0.12])

  private static let nine = curve(
    [0.88, 0.28], [0.62, 0.5], [0.22, 0.46], [0.1, 0.22], [0.36, 0.01], [0.74, 0.04],
    [0.9, 0.28], [0.86, 0.65], [0.7, 1])
}
