package import CellGrid
import Playback

extension Model {
  /// The picture at a size, at any size from 1x1.
  package func view(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    guard !Arrangement.isTooSmall(size) else {
      TooSmallScreen(size: size, isAsking: isAskingToQuit).draw(on: &canvas)
      return canvas
    }
    switch stage {
    case .picker(let picker): PickerScreen(picker: picker, symbols: symbols).draw(on: &canvas)
    case .lesson(let lesson):
      LessonScreen(
        lesson: lesson, screen: Screenful(size: size, symbols: symbols), symbols: symbols
      )
      .draw(on: &canvas)
    }
    return canvas.written(in: symbols.repertoire)
  }

  private var isAskingToQuit: Bool {
    if case .lesson(let lesson) = stage {
      lesson.overlay == .question(.unsavedEdits)
    } else {
      false
    }
  }

  package var symbols: Symbols { screen.symbols }
}
