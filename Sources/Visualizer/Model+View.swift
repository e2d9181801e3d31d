package import CellGrid
import Playback

extension Model {
  /// The picture at a size, at any size from 1x1.
  package func view(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    guard !Arrangement.isTooSmall(size) else {
      canvas.write(needsMoreRoom, at: .zero)
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

  /// What stands there when nothing else fits. Edits are not left without a question, and a
  /// question does not fit either.
  private var needsMoreRoom: String {
    let (width, height) = (Arrangement.minimum.width, Arrangement.minimum.height)
    let isModified =
      switch stage {
      case .picker: false
      case .lesson(let lesson): lesson.editor.isModified
      }
    return "too small: \(width)x\(height) at least; "
      + (isModified ? "edits unsaved" : "q quits")
  }

  package var symbols: Symbols { screen.symbols }
}
