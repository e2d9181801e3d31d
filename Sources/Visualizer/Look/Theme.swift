package import CellGrid

/// How each role looks. Themes are rows; the terminal turns a style into its own attributes.
package struct Theme: Sendable {
  package let name: String
  package let styles: [Role: Style]

  package init(name: String, styles: [Role: Style]) {
    self.name = name
    self.styles = styles
  }

  package func style(of role: Role) -> Style { styles[role] ?? Style() }

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
