package import CellGrid
import GraphLayout

/// What a lesson must know of the screen to keep the right part of the drawing in sight.
package struct Screenful: Hashable, Sendable {
  package let size: Size

  package init(size: Size) {
    self.size = size
  }

  package var isRoomy: Bool { Arrangement.isRoomy(size) }

  /// Small screens get small boxes.
  package var metrics: Picture.Metrics { isRoomy ? .full : .compact }
}

extension Lesson {
  package func arrangement(on screen: Screenful) -> Arrangement {
    Arrangement(
      screen: screen.size, drawing: picture.drawing.size,
      showsStep: showsStepPanel ?? screen.isRoomy, showsSource: showsSourcePanel ?? screen.isRoomy)
  }
}
