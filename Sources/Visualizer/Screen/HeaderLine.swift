import Autograd
import CellGrid
import Playback
import SceneLanguage

/// The top line: what is open, which phase, which step, how far.
struct HeaderLine {
  let lesson: Lesson
  let symbols: Symbols

  func draw(in rect: Rect, on canvas: inout Canvas) {
    // The training has a line of its own, with another step.
    let isCovered = lesson.overlay == .training
    let start = isCovered ? rect.maxColumn : drawPlace(in: rect, on: &canvas)
    var title = TextArea(
      Rect(column: 1, row: rect.minRow, width: max(0, start - 3), height: 1))
    let scene = lesson.editor.scene
    let mark = lesson.editor.isModified ? " (edited)" : ""
    title.line(
      [
        Span(scene.source.shortName, .heading), Span(mark, .changed),
        Span(lesson.editor.showsScalars ? " as scalars" : "", .quiet),
        Span(limit ?? (scene.title.isEmpty ? "" : "  \(scene.title)")),
      ], on: &canvas)
  }

  /// - Returns: the column where it begins.
  private func drawPlace(in rect: Rect, on canvas: inout Canvas) -> Int {
    let position = lesson.player.cursor
    let count = lesson.run.stepCount
    let phase = lesson.pace.isPlaying ? "playing" : lesson.player.current?.phase.rawValue ?? "start"
    let training = training(isNarrow: rect.size.width < Arrangement.roomy.width)
    let isNarrow = rect.size.width < Arrangement.roomy.width
    let track = min(24, max(0, rect.size.width / (isNarrow ? 8 : 5)))
    let place = "\(training)\(phase)  \(isNarrow ? "" : "step ")\(position) of \(count)"
    let right = rect.maxColumn - track - 1
    let start = right - place.columnCount - 1
    drawTrack(
      Rect(column: right, row: rect.minRow, width: track, height: 1), position: position,
      count: count, on: &canvas)
    canvas.write(place, at: Point(column: start, row: rect.minRow), within: rect)
    return start
  }

  /// Which step of training it is; nothing for a scene that is not trained.
  private func training(isNarrow: Bool) -> String {
    guard let moment = lesson.run.moment else { return "" }
    return isNarrow
      ? "train \(moment.step)/\(moment.plannedSteps)  "
      : "training step \(moment.step) of \(moment.plannedSteps)  "
  }

  /// That not every node is shown; nil where every one is.
  private var limit: String? {
    guard let paths = lesson.picture.scope.paths else { return nil }
    let run = lesson.run
    let label = run.labels[paths.node]
    let what = paths.node == run.output ? "what \(label) depends on" : "paths through \(label)"
    return "  only \(paths.count) of \(run.nodeCount) nodes: \(what)"
  }

  /// Done and to do, with a mark where the forward pass ends.
  private func drawTrack(_ rect: Rect, position: Int, count: Int, on canvas: inout Canvas) {
    let width = rect.size.width
    guard width > 0, count > 0 else { return }
    let done = position * width / count
    let boundary = min(width - 1, lesson.run.scene.graph.count * width / count)
    for index in 0..<width {
      let isDone = index < done
      let mark = index == boundary ? symbols.boundary : isDone ? symbols.done : symbols.todo
      canvas[rect.minColumn + index, rect.minRow] = Cell(mark, role: isDone ? .progress : .quiet)
    }
  }
}
