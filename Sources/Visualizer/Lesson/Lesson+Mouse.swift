import CellGrid
import GraphLayout

extension Lesson {
  /// A click selects, a double click edits or opens, the wheel and dragging pan.
  mutating func point(_ event: MouseEvent, screen: Screenful) -> [Effect] {
    if event.kind != .drag { grip = nil }
    guard overlay == nil, entry == nil, !Arrangement.isTooSmall(screen.size) else { return [] }
    let graph = arrangement(on: screen).graph
    switch event.kind {
    case .drag: drag(to: event.place, visible: graph.size)
    case .release: break
    case .press, .doublePress:
      guard graph.contains(event.place) else { return [] }
      grip = event.place
      guard let node = node(at: event.place, graph: graph) else { return [] }
      chosen = node
      return event.kind == .doublePress ? perform(.open, screen: screen) : []
    case .wheelUp, .wheelDown:
      guard graph.contains(event.place) else { return [] }
      pan(columns: 0, rows: event.kind == .wheelUp ? -3 : 3, visible: graph.size)
    }
    return []
  }

  private mutating func drag(to place: Point, visible: Size) {
    guard let last = grip else { return }
    grip = place
    pan(columns: last.column - place.column, rows: last.row - place.row, visible: visible)
  }

  private mutating func pan(columns: Int, rows: Int, visible: Size) {
    viewport.pan(
      columns: columns, rows: rows, drawing: picture.drawing.size, visible: visible)
  }
}
