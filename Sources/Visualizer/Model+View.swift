package import CellGrid

extension Model {
  /// The picture at a size, at any size from 1x1.
  package func view(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    guard !Arrangement.isTooSmall(size) else {
      let needed = Arrangement.minimum
      canvas.write("too small: \(needed.width)x\(needed.height) at least; q quits", at: .zero)
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

  package var symbols: Symbols { screen.symbols }
}
