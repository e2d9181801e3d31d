import Playback

/// One line on standard error that is written over, where that is a terminal.
struct TrainingProgress {
  let total: Int
  private let isShown = StandardError.isTerminal
  private var shown = -1

  init(total: Int) { self.total = total }

  mutating func show(step: Int, loss: Double) {
    // A hundred lines are as many as anybody sees.
    let part = step * 100 / max(1, total)
    guard isShown, part != shown else { return }
    shown = part
    StandardError.write("\rstep \(step) of \(total), loss \(NumberText.text(of: loss))\u{1B}[K")
  }

  func finish() {
    if isShown, shown >= 0 { StandardError.write("\r\u{1B}[K") }
  }
}
