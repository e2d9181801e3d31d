package import CellGrid
package import Visualizer

extension RenderReport {
  package func writeText(size: Size?, to stream: inout some TextOutputStream) {
    forEachBand(size: size, inShades: false) { canvas in
      for row in 0..<canvas.size.height { stream.write(canvas.line(row) + "\n") }
    }
  }

  /// The same with the colours of a theme, as control sequences every terminal knows.
  package func writeANSI(size: Size?, theme: Theme, to stream: inout some TextOutputStream) {
    forEachBand(size: size, inShades: theme.hasColors) { canvas in
      for row in 0..<canvas.size.height {
        stream.write(canvas.ansi(row: row, theme: theme) + "\n")
      }
    }
  }
}
