import CellGrid
import GraphLayout
import Visualizer

extension RenderReport {
  package func writeJSON(to stream: inout some TextOutputStream) {
    let drawing = picture.drawing
    let boxes = drawing.boxes.indices.filter { picture.boxes[$0].kind != .stub }
    var json = JSONWriter()
    json.object { json in
      json.member("width", drawing.size.width)
      json.member("height", drawing.size.height)
      json.member("boxes", lines: boxes, to: &stream) { json, box in
        let place = drawing.boxes[box]
        json.object { json in
          json.member("id", picture.node(ofBox: box))
          if picture.boxes[box].kind == .group { json.member("group", true) }
          json.member("column", place.minColumn)
          json.member("row", place.minRow)
          json.member("width", place.size.width)
          json.member("height", place.size.height)
        }
      }
      let edges = zip(picture.diagram.wires, drawing.routes)
      json.member("edges", lines: edges, to: &stream) { json, edge in
        json.object { json in
          json.member("from", picture.node(ofBox: edge.0.from))
          json.member("to", picture.node(ofBox: edge.0.to))
          json.member("slot", edge.0.slot)
          if picture.boxes[edge.0.from].kind == .stub { json.member("stub", true) }
          json.member("points", edge.1.points.map { [$0.column, $0.row] })
        }
      }
    }
    json.drain(to: &stream)
    stream.write("\n")
  }
}
