import Autograd
import CellGrid
import GraphLayout
import Playback

/// The part of the graph that is in sight: edges, then boxes over their ends, then the amount
/// the current edge carries.
struct GraphView {
  let lesson: Lesson
  let symbols: Symbols

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let scene = PictureState(lesson: lesson)
    let viewport = Rect(origin: lesson.viewport.offset, size: rect.size)
    PictureCanvas(picture: lesson.picture, state: scene, symbols: symbols)
      .draw(viewport, in: rect, on: &canvas)
  }
}

extension Lesson {
  /// The node whose box is drawn at a place of the screen.
  func node(at place: Point, graph: Rect) -> NodeID? {
    let point = Point(
      column: place.column - graph.minColumn + viewport.offset.column,
      row: place.row - graph.minRow + viewport.offset.row)
    return picture.drawing.boxes(in: Rect(origin: point, size: Size(width: 1, height: 1))).first
      .map { picture.node(ofBox: $0) }
  }
}
