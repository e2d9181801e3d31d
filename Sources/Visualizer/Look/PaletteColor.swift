/// Red, green and blue, 0 to 255 each.
package struct PaletteColor: Hashable, Sendable {
  package let red: Int
  package let green: Int
  package let blue: Int

  package init(red: Int, green: Int, blue: Int) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// The three as one number, `0xD75F00`.
  package init(number: Int) {
    self.init(red: number >> 16 & 0xFF, green: number >> 8 & 0xFF, blue: number & 0xFF)
  }

  package var number: Int { red << 16 | green << 8 | blue }

  /// The colour xterm shows for an index of the palette: 16 named ones, a cube of 6x6x6, a ramp of
  /// 24 greys.
  package init(index: UInt8) {
    let index = Int(index)
    if index < 16 {
      self.init(number: Self.named[index])
    } else if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      self.init(red: grey, green: grey, blue: grey)
    } else {
      let place = index - 16
      self.init(
        red: Self.cubeLevels[place / 36], green: Self.cubeLevels[place / 6 % 6],
        blue: Self.cubeLevels[place % 6])
    }
  }

  /// The index of the named colour that is nearest. Only a grey becomes black, grey or white: a
  /// pale colour says more as a strong one than as none.
  package var nearestOfSixteen: UInt8 {
    var best: (index: UInt8, distance: Int) = (0, .max)
    for index in UInt8(0)..<16 {
      let candidate = PaletteColor(index: index)
      guard candidate.isGrey == isGrey else { continue }
      let distance = squaredDistance(to: candidate)
      if distance < best.distance { best = (index, distance) }
    }
    return best.index
  }

  private var isGrey: Bool { max(red, green, blue) - min(red, green, blue) < 40 }

  private func squaredDistance(to other: PaletteColor) -> Int {
    let differences = [red - other.red, green - other.green, blue - other.blue]
    return differences.reduce(0) { $0 + $1 * $1 }
  }

  private static let cubeLevels = [0, 95, 135, 175, 215, 255]

  private static let named = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}
