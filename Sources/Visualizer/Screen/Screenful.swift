package import CellGrid
import GraphLayout

/// What a lesson must know of the screen to keep the right part of the drawing in sight.
package struct Screenful: Hashable, Sendable {
  package let size: Size
  package let symbols: Symbols

  package init(size: Size, symbols: Symbols = .unicode) {
    self.size = size
    self.symbols = symbols
  }

  package var isRoomy: Bool { Arrangement.isRoomy(size) }

  /// Small screens get small boxes.
  package var metrics: Picture.Metrics {
    var metrics = isRoomy ? Picture.Metrics.full : .compact
    metrics.style = symbols.style
    return metrics
  }
}

extension Lesson {
  package func arrangement(on screen: Screenful) -> Arrangement {
    Arrangement(
      screen: screen.size, drawing: picture.drawing.size,
      showsStep: showsStepPanel ?? screen.isRoomy, showsSource: showsSourcePanel ?? screen.isRoomy,
      showsInspector: inspector != nil)
  }
}
