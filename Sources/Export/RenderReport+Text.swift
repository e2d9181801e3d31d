package import CellGrid
package import Visualizer

extension RenderReport {
  package func writeText(size: Size?, to stream: inout some TextOutputStream) {
    forEachBand(size: size) { canvas in
      for row in 0..<canvas.size.height { stream.write(canvas.line(row) + "\n") }
    }
  }

  /// The same with the colours of a theme, as control sequences every terminal knows.
  package func writeANSI(size: Size?, theme: Theme, to stream: inout some TextOutputStream) {
    forEachBand(size: size) { canvas in
      for row in 0..<canvas.size.height {
        canvas.forEachRun(row: row) { _, scalars, role in
          let codes = theme.style(of: role).codes
          var text = String(String.UnicodeScalarView(scalars))
          if !codes.isEmpty { text = "\u{1B}[\(codes)m\(text)\u{1B}[m" }
          stream.write(text)
        }
        stream.write("\n")
      }
    }
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
