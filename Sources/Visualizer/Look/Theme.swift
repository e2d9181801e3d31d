package import CellGrid

/// How each role looks. Themes are rows; the terminal turns a style into its own attributes.
package struct Theme: Sendable {
  package let name: String
  /// By a role's number.
  private var styles: [Style]

  package init(name: String, styles: KeyValuePairs<Role, Style>) {
    self.name = name
    var table = [Style](repeating: Style(), count: Int(UInt8.max) + 1)
    for (role, style) in styles { table[Int(role.rawValue)] = style }
    self.styles = table
  }

  /// A theme that looks like another one so far.
  init(name: String, like other: Theme) {
    self.name = name
    styles = other.styles
  }

  /// Whether it gives a role a colour: one without colours has none for a heat map, either.
  package var hasColors: Bool {
    styles.contains { $0.foreground != nil || $0.background != nil }
  }

  package func style(of role: Role) -> Style {
    if let shades = role.shades {
      return Style(foreground: shades.upper, background: shades.lower)
    }
    return styles[Int(role.rawValue & 0xFF)]
  }

  mutating func setStyle(of role: Role, to style: Style) { styles[Int(role.rawValue)] = style }

  /// Colours are indices of the terminal's own palette (0 to 15, or 16 to 255 where it has them).
  package struct Style: Hashable, Sendable {
    package var foreground: UInt8?
    package var background: UInt8?
    package var isBold = false
    package var isDim = false
    package var isUnderlined = false
    package var isReversed = false

    package init(
      foreground: UInt8? = nil, background: UInt8? = nil, isBold: Bool = false,
      isDim: Bool = false, isUnderlined: Bool = false, isReversed: Bool = false
    ) {
      self.foreground = foreground
      self.background = background
      self.isBold = isBold
      self.isDim = isDim
      self.isUnderlined = isUnderlined
      self.isReversed = isReversed
    }
  }
}
