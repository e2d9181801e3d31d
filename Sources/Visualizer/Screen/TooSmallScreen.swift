import CellGrid

/// What stands on a screen where nothing else fits, and what quitting asks there.
struct TooSmallScreen {
  let size: Size
  let isAsking: Bool

  /// The text in lines, of which a very small screen shows the first.
  var lines: [String] {
    text.flatMap { $0.wrapped(toColumns: max(1, size.width)) }
  }

  /// Whether all of it is seen: a question must be, before it can be answered.
  var isWhole: Bool { lines.count <= size.height && size.width >= 6 }

  private var text: [String] {
    guard isAsking else {
      let (width, height) = (Arrangement.minimum.width, Arrangement.minimum.height)
      return ["too small: \(width)x\(height) at least; q quits"]
    }
    return ["unsaved edits"] + Question.unsavedEdits.answers.map { "\($0.key.name) \($0.label)" }
  }

  func draw(on canvas: inout Canvas) {
    for (row, line) in lines.enumerated() {
      canvas.write(line, at: Point(column: 0, row: row), within: canvas.bounds)
    }
  }
}
