package import CellGrid
import GraphLayout
package import Visualizer

extension RenderReport {
  /// The same picture with lines that are drawn and text in a real font, for light and for dark
  /// pages.
  package func writeSVG(
    size: Size?, title: String, theme: Theme, to stream: inout some TextOutputStream
  ) {
    let cells = size ?? picture.drawing.size
    let cell = SVGLines.cell
    // A margin of one column on all sides.
    let margin = cell.width
    let width = cells.width * cell.width + 2 * margin
    let height = cells.height * cell.height + 2 * margin
    stream.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="-\(margin) -\(margin) \(width) \(height)" font-size="15" \
      font-family="ui-monospace,SFMono-Regular,Menlo,'DejaVu Sans Mono',monospace">
      <title>\(title.escapedForXML)</title>
      <style>
      \(SVGStyleSheet(theme: theme).text)</style>
      <rect x="-\(margin)" y="-\(margin)" width="\(width)" height="\(height)"/>

      """)
    var lines = SVGLines()
    var top = 0
    forEachBand(size: size, inShades: theme.hasColors) { canvas in
      for row in 0..<canvas.size.height {
        stream.write(SVGRow(canvas: canvas, row: row, top: top + row).write(lines: &lines))
      }
      top += canvas.size.height
    }
    lines.finish()
    for path in lines.paths {
      let classes = [
        SVGStyleSheet.name(of: path.role), path.isHeavy ? "heavy" : "",
        path.isDotted ? "dotted" : "",
      ].filter { !$0.isEmpty }
      stream.write("<path class=\"\(classes.joined(separator: " "))\" d=\"\(path.data)\"/>\n")
    }
    stream.write("</svg>\n")
  }
}

/// One row of a canvas: its words as text, its lines handed on.
private struct SVGRow {
  let canvas: Canvas
  let row: Int
  /// The row in the whole picture.
  let top: Int

  func write(lines: inout SVGLines) -> String {
    var text = ""
    var word: (column: Int, text: String, role: Role)?
    func flush() {
      if let word { text += element(word) }
      word = nil
    }
    for column in 0..<canvas.size.width {
      let cell = canvas[column, row]
      if cell.isContinuation { continue }
      if word?.role != cell.role { flush() }
      if let shades = cell.role.shades {
        flush()
        text += halves(column: column, upper: shades.upper, lower: shades.lower)
      } else if let shape = LineShape(cell.character) {
        flush()
        lines.add(shape, role: cell.role, column: column, row: top)
      } else if cell.character == "▶" {
        flush()
        text += head(column: column, role: cell.role)
      } else if cell.character == " " {
        flush()
      } else if word == nil {
        word = (column, String(cell.character), cell.role)
      } else {
        word?.text.append(cell.character)
      }
    }
    flush()
    return text
  }

  private func element(_ word: (column: Int, text: String, role: Role)) -> String {
    let cell = SVGLines.cell
    let (x, y) = (word.column * cell.width, top * cell.height)
    let width = word.text.columnCount * cell.width
    let name = SVGStyleSheet.name(of: word.role)
    return "<text class=\"\(name)\" x=\"\(x)\" y=\"\(y + 13)\" textLength=\"\(width)\">"
      + "\(word.text.escapedForXML)</text>\n"
  }

  /// A cell of a heat map: two rectangles, in colours that are the same on every page.
  private func halves(column: Int, upper: UInt8, lower: UInt8) -> String {
    let cell = SVGLines.cell
    let (x, y) = (column * cell.width, top * cell.height)
    func half(_ y: Int, _ index: UInt8) -> String {
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(cell.width)\" height=\"\(cell.height / 2)\" "
        + "style=\"fill:\(PaletteColor(index: index).css)\"/>\n"
    }
    return half(y, upper) + half(y + cell.height / 2, lower)
  }

  /// An arrow head that points to the right.
  private func head(column: Int, role: Role) -> String {
    let cell = SVGLines.cell
    let (x, y) = (column * cell.width, top * cell.height + cell.height / 2)
    return "<path class=\"head \(SVGStyleSheet.name(of: role))\" "
      + "d=\"M\(x) \(y - 5)L\(x + cell.width) \(y)L\(x) \(y + 5)Z\"/>\n"
  }
}

extension String {
  /// With the characters that mean something in XML spelled out.
  var escapedForXML: String {
    reduce(into: "") { text, character in
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default: text.append(character)
      }
    }
  }
}
