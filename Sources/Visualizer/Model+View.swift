package import CellGrid
import Playback

extension Model {
  /// The picture at a size, at any size from 1x1.
  package func view(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    guard !Arrangement.isTooSmall(size) else {
      let lines = needsMoreRoom.flatMap { $0.wrapped(toColumns: max(1, size.width)) }
      for (row, line) in lines.enumerated() {
        canvas.write(line, at: Point(column: 0, row: row), within: canvas.bounds)
      }
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

  /// What stands there when nothing else fits, and what quitting asks.
  private var needsMoreRoom: [String] {
    if case .lesson(let lesson) = stage, lesson.overlay == .question(.unsavedEdits) {
      return ["unsaved edits"] + Question.unsavedEdits.answers.map { "\($0.key.name) \($0.label)" }
    }
    let (width, height) = (Arrangement.minimum.width, Arrangement.minimum.height)
    return ["too small: \(width)x\(height) at least; q quits"]
  }

  package var symbols: Symbols { screen.symbols }
}
