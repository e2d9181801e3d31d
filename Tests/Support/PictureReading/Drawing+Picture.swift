package import CellGrid
package import GraphLayout

extension Drawing {
  /// The whole drawing as text, with a title in the border of every box.
  package func picture(titles: [String], repertoire: Repertoire = .unicode) -> String {
    var canvas = Canvas(size: size)
    strokes(in: canvas.bounds).paint(on: &canvas, repertoire: repertoire)
    for (box, rect) in boxes.enumerated() {
      let frame = Double(titles[box]) != nil ? Frame.dotted : .rounded
      canvas.draw(frame.twin(repertoire), in: rect)
      canvas.write(
        " \(titles[box]) ", at: Point(column: rect.minColumn + 1, row: rect.minRow), within: rect)
    }
    for route in routes {
      canvas.draw(Frame.rounded.twin(repertoire).output(.light), at: route.source)
    }
    return canvas.text
  }
}
