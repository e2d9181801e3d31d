import Visualizer

/// Colours that can be read on a page.
struct PageColors {
  let ink: PaletteColor
  let paper: PaletteColor
  /// Red, green, yellow, blue, magenta, cyan: a terminal's colours 1 to 6, whose shades are not the
  /// theme's but the terminal's.
  private let named: [PaletteColor]

  private init(ink: Int, paper: Int, named: [Int]) {
    self.ink = PaletteColor(number: ink)
    self.paper = PaletteColor(number: paper)
    self.named = named.map(PaletteColor.init(number:))
  }

  static let light = PageColors(
    ink: 0x24292F, paper: 0xFFFFFF,
    named: [0xCF222E, 0x1A7F37, 0x9A6700, 0x0969DA, 0x8250DF, 0x1B7C83])
  static let dark = PageColors(
    ink: 0xD4D4D4, paper: 0x1E1E1E,
    named: [0xFF7B72, 0x56D364, 0xE3B341, 0x79C0FF, 0xD2A8FF, 0x56D4DD])

  /// The colour for an index of a terminal's palette; nil where it is the ink.
  ///
  /// The bright ones of the sixteen are the plain ones here, black and white the ink. Beyond them a
  /// theme means one shade, which is mixed with as little ink as makes it readable.
  func color(_ index: UInt8) -> PaletteColor? {
    if index < 16 { return (1...6).contains(index % 8) ? named[Int(index % 8) - 1] : nil }
    let wanted = PaletteColor(index: index)
    let shades = (0...Self.steps).lazy.map { wanted.mixed(with: ink, part: $0, of: Self.steps) }
    return shades.first { $0.contrast(with: paper) >= 4.5 }
  }

  private static let steps = 20
}

extension PaletteColor {
  fileprivate func mixed(with other: PaletteColor, part: Int, of whole: Int) -> PaletteColor {
    func mixed(_ one: Int, _ two: Int) -> Int { (one * (whole - part) + two * part) / whole }
    return PaletteColor(
      red: mixed(red, other.red), green: mixed(green, other.green), blue: mixed(blue, other.blue))
  }

  /// As CSS writes it: `#d75f00`.
  var css: String {
    let digits = String(number, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}
