import Visualizer

/// A palette index, 0 to 255, as a terminal with fewer or other colours has it.
struct TerminalColor: Equatable {
  /// The number the terminal is sent.
  let number: Int
  /// Whether the colour is a bright one that has to be said by bold.
  let isBrightened: Bool

  /// - Parameter colors: 8, 16, 256, or more for direct colour, where a number above 7 is sent as
  ///   red, green and blue.
  init(index: UInt8, of colors: Int) {
    if colors > 256 {
      number = index < 8 ? Int(index) : PaletteColor(index: index).number
      isBrightened = false
    } else if index < colors {
      number = Int(index)
      isBrightened = false
    } else {
      let nearest = Int(index < 16 ? index : PaletteColor(index: index).nearestOfSixteen)
      number = colors < 16 ? nearest % 8 : nearest
      isBrightened = colors < 16 && nearest >= 8
    }
  }
}
