import Visualizer

/// The colours of one terminal: turns a style into attributes, and defines the pairs it needs.
struct Palette {
  private struct Pair: Equatable {
    var foreground: Int
    var background: Int
  }

  private let colors: Int
  private let pairLimit: Int
  private let keepsOwnColors: Bool
  /// The pairs in use, a handful, in the order of their numbers, which begin with 1.
  private var pairs: [Pair] = []

  /// With 0 colours every style keeps its attributes only.
  init(colors: Int, pairLimit: Int, keepsOwnColors: Bool) {
    self.colors = colors
    self.pairLimit = pairLimit
    self.keepsOwnColors = keepsOwnColors
  }

  mutating func attributes(for style: Theme.Style) -> Curses.Attributes {
    var attributes = Curses.Attributes(
      marksBlanks: style.isUnderlined || style.isReversed || style.background != nil)
    if style.isBold { attributes.bits |= Curses.bold }
    if style.isDim { attributes.bits |= Curses.dim }
    if style.isUnderlined { attributes.bits |= Curses.underline }
    if style.isReversed { attributes.bits |= Curses.reverse }
    guard colors >= 8, style.foreground != nil || style.background != nil else { return attributes }
    let foreground = style.foreground.map { TerminalColor(index: $0, of: colors) }
    let background = style.background.map { TerminalColor(index: $0, of: colors) }
    // Eight colours: the bright ones are the plain ones in bold.
    if foreground?.isBrightened == true { attributes.bits |= Curses.bold }
    attributes.pair = pair(
      Pair(
        foreground: foreground?.number ?? (keepsOwnColors ? -1 : 7),
        background: background?.number ?? (keepsOwnColors ? -1 : 0)))
    return attributes
  }

  /// The pair's number; 0, the terminal's own colours, when there are no pairs left.
  private mutating func pair(_ wanted: Pair) -> Int32 {
    if let known = pairs.firstIndex(of: wanted) { return Int32(known + 1) }
    let number = pairs.count + 1
    guard number < pairLimit,
      Curses.definePair(number, foreground: wanted.foreground, background: wanted.background)
    else { return 0 }
    pairs.append(wanted)
    return Int32(number)
  }
}
