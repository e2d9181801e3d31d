import CellGrid
import GraphLayout
import Visualizer

extension RenderReport {
  package func writeJSON(to stream: inout some TextOutputStream) {
    let drawing = picture.drawing
    var json = JSONWriter()
    json.object { json in
      json.member("width", drawing.size.width)
      json.member("height", drawing.size.height)
      json.member("boxes", lines: drawing.boxes.enumerated(), to: &stream) { json, box in
        json.object { json in
          json.member("id", box.offset)
          json.member("column", box.element.minColumn)
          json.member("row", box.element.minRow)
          json.member("width", box.element.size.width)
          json.member("height", box.element.size.height)
        }
      }
      let edges = zip(picture.diagram.wires, drawing.routes)
      json.member("edges", lines: edges, to: &stream) { json, edge in
        json.object { json in
          json.member("from", edge.0.from)
          json.member("to", edge.0.to)
          json.member("slot", edge.0.slot)
          json.member("points", edge.1.points.map { [$0.column, $0.row] })
        }
      }
    }
    json.drain(to: &stream)
    stream.write("\n")
  }
}
