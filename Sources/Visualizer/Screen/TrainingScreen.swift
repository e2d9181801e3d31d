import CellGrid
import Playback
import SceneLanguage

/// Training over the picture: the loss so far, what the network says of the plane, and the keys.
struct TrainingScreen {
  let session: TrainingSession
  /// What the last key led to, where that is to be said.
  let notice: Lesson.Notice?
  let symbols: Symbols

  func draw(in bounds: Rect, on canvas: inout Canvas) {
    canvas.fill(bounds, with: " ", role: .plain)
    var area = TextArea(bounds.inset(columns: 1))
    area.line([Span(status, .heading), Span("  \(details)", .quiet)], on: &canvas)
    if let remark { area.paragraph(remark, .problem, on: &canvas) }
    if let comparison = session.comparison {
      let hint = comparison.pair.difference == nil ? "" : " Enter goes there."
      area.paragraph("\(LossCurve.otherMark) \(comparison.sentence)\(hint)", .changed, on: &canvas)
    }
    if let notice { area.paragraph(notice.text, notice.isProblem ? .problem : .plain, on: &canvas) }
    let top = area.row + 1
    let height = max(0, bounds.maxRow - top + 1)
    let rect = Rect(
      column: bounds.minColumn + 1, row: top, width: bounds.size.width - 2, height: height)
    drawCharts(in: rect, on: &canvas)
  }

  private func drawCharts(in rect: Rect, on canvas: inout Canvas) {
    guard let boundary = session.boundary, rect.size.width > 50 else {
      return curve.draw(in: rect, on: &canvas)
    }
    let half = rect.size.width / 2 - 1
    curve.draw(
      in: Rect(
        column: rect.minColumn, row: rect.minRow, width: half, height: rect.size.height),
      on: &canvas)
    BoundaryMap(session: session, boundary: boundary, symbols: symbols).draw(
      in: Rect(
        column: rect.minColumn + half + 2, row: rect.minRow, width: rect.size.width - half - 2,
        height: rect.size.height),
      on: &canvas)
  }

  private var curve: LossCurve {
    LossCurve(
      losses: session.training.losses, others: session.comparison?.pair.other.losses ?? [],
      span: session.plannedSteps, symbols: symbols)
  }

  private var status: String {
    let training = session.training
    let state =
      session.target.map { "going to step \($0)" }
      ?? (session.isRunning ? "training" : training.stepCount == 0 ? "ready to train" : "paused")
    let loss = training.losses.last.map { ", loss \(NumberText.text(of: $0))" } ?? ""
    return "\(state): step \(training.stepCount) of \(session.plannedSteps)\(loss)"
  }

  private var details: String {
    let training = session.training
    let rate = "\(training.plan.optimizer.rawValue), rate \(NumberText.text(of: training.rate))"
    guard training.plan.batch != nil else { return rate }
    let epoch = max(0, training.stepCount - 1) / training.stepsPerEpoch + 1
    return "epoch \(epoch), " + rate
  }

  /// What goes wrong; nil where nothing does.
  private var remark: String? {
    if let step = session.training.firstNonFiniteLoss {
      return "The loss is no number any more since step \(step + 1)."
    }
    if let death = session.training.deaths.first { return session.training.sentence(death) + "." }
    return session.training.zeroesGradients
      ? nil : "The gradients are not set to 0: every step adds to those of all before."
  }

  static let keys = [
    ("t", "step"), ("T", "run"), ("← →", "go"), ("< >", "rate"), ("=", "compare"), ("d", "died"),
    ("w", "keep"), ("Esc", "graph"), ("0", "zero_grad"), ("Home", "first"),
  ]
}
