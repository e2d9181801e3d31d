package import Autograd
import CellGrid
import GraphLayout
import PictureReading
package import Playback
import SceneLanguage
package import Visualizer

/// What the characters of a scene's picture say about its operands: by a line, or by a stub with
/// its name and a line.
package struct OperandReading {
  private let picture: Picture
  private let run: Run

  package init(of picture: Picture, _ run: Run) {
    (self.picture, self.run) = (picture, run)
  }

  /// One use of an operand: its name, the consumer, and the row of the consumer's box its line
  /// arrives at.
  package struct Use: Hashable {
    package let operand: String
    package let consumer: NodeID
    package let row: Int
  }

  /// Every operand that is not in the same box as its consumer, at the port its wire goes to.
  package func expected() throws -> Set<Use> {
    var uses: Set<Use> = []
    for node in run.scene.graph.nodes where !picture.leavesOut(node) {
      for (slot, operand) in run.scene.graph.operands(of: node).enumerated() {
        let (shown, consumer) = (picture.shown(operand) ?? operand, picture.shown(node) ?? node)
        guard shown != consumer else { continue }
        guard let wire = picture.wire(into: node, slot: slot, from: operand) else {
          throw MissingWire(operand: run.labels[operand], consumer: run.labels[node])
        }
        let end = picture.drawing.boxes[picture.diagram.wires[wire].to]
        let row = picture.drawing.routes[wire].target.row - end.minRow
        uses.insert(Use(operand: run.labels[shown], consumer: consumer, row: row))
      }
    }
    return uses
  }

  private struct MissingWire: Error {
    let operand: String
    let consumer: String
  }

  /// Follows the lines of the whole picture from every box and stub.
  package func found(_ symbols: Symbols = .unicode) throws -> Set<Use> {
    let rows = rows(symbols)
    let lines = symbols.repertoire == .ascii ? ASCIIPicture(rows).lines : rows
    let walk = GlyphWalk(lines, boxes: picture.drawing.boxes)
    var found: Set<Use> = []
    for source in Set(picture.diagram.wires.map(\.from)) {
      let place = picture.drawing.boxes[source]
      let output = Point(
        column: place.maxColumn, row: place.minRow + picture.diagram.boxes[source].output)
      let isStub = picture.boxes[source].kind == .stub
      let name = isStub ? stubName(at: place, in: rows) : run.labels[picture.node(ofBox: source)]
      for arrival in try walk.follow(from: output) {
        let consumer = picture.node(ofBox: arrival.box)
        found.insert(Use(operand: name, consumer: consumer, row: arrival.row))
      }
    }
    return found
  }

  /// What stands between the brackets of a stub.
  private func stubName(at place: Rect, in rows: [[Unicode.Scalar]]) -> String {
    let scalars = rows[place.minRow][place.minColumn...place.maxColumn]
    let text = String(String.UnicodeScalarView(scalars))
    return text.hasPrefix("(") && text.hasSuffix(")")
      ? String(text.dropFirst().dropLast()) : text
  }

  /// The picture before the first step, drawn in bands of rows: a canvas of the whole would need
  /// eight bytes for each of many million cells.
  private func rows(_ symbols: Symbols) -> [[Unicode.Scalar]] {
    let state = PictureState(run: run, cursor: 0)
    let pen = PictureCanvas(picture: picture, state: state, symbols: symbols)
    let size = picture.drawing.size
    var rows: [[Unicode.Scalar]] = []
    for top in stride(from: 0, to: size.height, by: 200) {
      let band = Rect(
        column: 0, row: top, width: size.width, height: min(200, size.height - top))
      var canvas = Canvas(size: band.size)
      pen.draw(band, in: canvas.bounds, on: &canvas)
      rows += GlyphWalk.rows(of: canvas.text)
    }
    return rows
  }
}
