import CellGrid
import Visualizer

extension Canvas {
  /// One row with the colours of a theme, as control sequences every terminal knows.
  func ansi(row: Int, theme: Theme) -> String {
    var line = ""
    forEachRun(row: row) { _, scalars, role in
      let codes = theme.style(of: role).codes
      let text = String(String.UnicodeScalarView(scalars))
      line += codes.isEmpty ? text : "\u{1B}[\(codes)m\(text)\u{1B}[m"
    }
    return line
  }
}

extension Theme.Style {
  /// The parameters of "select graphic rendition" (ECMA-48, 8.3.117).
  fileprivate var codes: String {
    var codes: [String] = []
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isUnderlined { codes.append("4") }
    if isReversed { codes.append("7") }
    if let foreground { codes.append("38;5;\(foreground)") }
    if let background { codes.append("48;5;\(background)") }
    return codes.joined(separator: ";")
  }
}
