/// A palette index, 0 to 255, as a terminal with fewer or other colours has it.
struct TerminalColor: Equatable {
  /// The number the terminal is sent.
  let number: Int
  /// Whether the colour is a bright one that has to be said by bold.
  let isBrightened: Bool

  /// - Parameter colors: 8, 16, 256, or more for direct colour, where a number above 7 is sent as
  ///   red, green and blue.
  init(index: UInt8, of colors: Int) {
    let index = Int(index)
    if colors > 256 {
      number = index < 8 ? index : Self.rgb(index)
      isBrightened = false
    } else if index < colors {
      number = index
      isBrightened = false
    } else {
      let nearest = index < 16 ? index : Self.nearestOfSixteen(to: index)
      number = colors < 16 ? nearest % 8 : nearest
      isBrightened = colors < 16 && nearest >= 8
    }
  }

  /// The colour xterm shows for an index: 16 named ones, a cube of 6x6x6, a ramp of 24 greys.
  static func rgb(_ index: Int) -> Int {
    if index < 16 { return named[max(0, index)] }
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return grey << 16 | grey << 8 | grey
    }
    let place = index - 16
    return cubeLevels[place / 36] << 16 | cubeLevels[place / 6 % 6] << 8 | cubeLevels[place % 6]
  }

  private static func nearestOfSixteen(to index: Int) -> Int {
    let wanted = rgb(index)
    func distance(_ candidate: Int) -> Int {
      [16, 8, 0].reduce(0) { sum, shift in
        let difference = (wanted >> shift & 0xFF) - (named[candidate] >> shift & 0xFF)
        return sum + difference * difference
      }
    }
    return (0..<16).min { distance($0) < distance($1) } ?? 7
  }

  private static let cubeLevels = [0, 95, 135, 175, 215, 255]

  private static let named = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}
