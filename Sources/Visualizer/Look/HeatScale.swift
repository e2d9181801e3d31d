import Playback

/// Which colour, or which digit, a number of a heat map has.
///
/// Numbers of both signs are dark around 0, the negative ones blue and the positive ones orange,
/// brighter the farther from 0; numbers of one sign go from dark for the least to bright for the
/// largest. The ends are those of the numbers that are drawn.
struct HeatScale: Hashable, Sendable {
  private let least: Double
  private let largest: Double
  private let isDiverging: Bool

  /// - Parameter range: of all elements; nil where there are none.
  init(_ grid: TensorGrid, range: TensorRange?) {
    let cells = grid.cells.filter(\.isFinite)
    least = cells.min() ?? 0
    largest = cells.max() ?? 0
    isDiverging = range?.hasBothSigns ?? false
  }

  /// A number of the palette of 256; nil for what is not finite.
  func color(of value: Double) -> UInt8? {
    guard value.isFinite else { return nil }
    guard isDiverging else { return Self.greys[Self.level(fraction(of: value), Self.greys.count)] }
    let most = max(least.magnitude, largest.magnitude)
    let colors = value < 0 ? Self.blues : Self.oranges
    return colors[Self.level(most == 0 ? 0 : value.magnitude / most, colors.count)]
  }

  /// From 0 for the least to 9 for the largest; nil for what is not finite.
  func digit(of value: Double) -> Character? {
    guard value.isFinite else { return nil }
    return Character(String(Self.level(fraction(of: value), 10)))
  }

  /// Black or white, whichever is read better on a colour.
  static func ink(on index: UInt8) -> UInt8 {
    let color = PaletteColor(index: index)
    return 2 * color.red + 7 * color.green + color.blue > 1_200 ? 16 : 231
  }

  private func fraction(of value: Double) -> Double {
    let width = largest / 2 - least / 2
    if width > 0 { return (value / 2 - least / 2) / width }
    return value == 0 ? 0 : 0.5
  }

  private static func level(_ fraction: Double, _ count: Int) -> Int {
    min(count - 1, max(0, Int(fraction * Double(count))))
  }

  /// Of even steps in lightness, the first one common to both.
  private static let blues: [UInt8] = [16, 17, 20, 26, 32, 39, 75, 117]
  private static let oranges: [UInt8] = [16, 52, 88, 130, 166, 172, 214, 222]
  /// The greys of the palette, from nearly black to nearly white.
  private static let greys: [UInt8] = Array(232...255)
}
