import CellGrid
import Visualizer

/// Finds two presses in the same cell within 400 ms of each other.
struct DoubleClick {
  private static let longest = 400
  private var last: (place: Point, moment: Int)?

  /// The event, a second press named so. A third one is a first one again.
  mutating func judge(_ event: MouseEvent, at moment: Int) -> MouseEvent {
    guard event.kind == .press else { return event }
    if let last, last.place == event.place, moment - last.moment <= Self.longest {
      self.last = nil
      return MouseEvent(kind: .doublePress, place: event.place)
    }
    last = (event.place, moment)
    return event
  }
}
