import ArgumentParser
import Export
import Playback
import SceneLanguage
import Terminal

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Run the scene's training.",
    discussion: """
      Progress goes to standard error, where that is a terminal. Ctrl-C ends the training, and what \
      was learnt until then is the result.
      """)

  @Argument(help: "A scene's file, or - for standard input.") var scene: String?
  @Option(help: "How many steps, instead of the scene's own number.") var steps: Int?
  @Option(help: "How fast parameters follow their gradients, instead of the scene's own rate.")
  var rate: Double?
  @Option(help: "text or json.") var format = ReportFormat.text
  @OptionGroup var options: SceneOptions
  @OptionGroup var appearance: AppearanceOptions

  func validate() throws {
    if let steps, steps < 0 { throw ValidationError("--steps is 0 or more.") }
    if let rate, !rate.isFinite { throw ValidationError("--rate is a finite number.") }
  }

  func run() throws {
    let reading = try SceneReading(scene, options: options)
    guard let plan = reading.scene.training else {
      throw ValidationError("The scene has no training: add a line like 'train(rate: 0.05)' to it.")
    }
    var training: Training
    do {
      training = try Training(reading.scene, plan: plan)
    } catch {
      StandardError.write("\(reading.scene.source.name.sanitized): error: \(error.message)\n")
      throw ExitCode.sceneHasMistakes
    }
    if let rate { training.rate = rate }
    run(&training, steps: steps ?? plan.steps)
    var output = appearance.output(format == .json ? .json : .text)
    let report = TrainReport(training: training)
    switch format {
    case .text: report.writeText(to: &output)
    case .json: report.writeJSON(to: &output)
    }
    try output.finish()
  }

  private func run(_ training: inout Training, steps: Int) {
    let interrupt = Interrupt()
    var progress = Progress(total: steps)
    for step in 0..<steps where !interrupt.isPending {
      progress.show(step: step + 1, loss: training.step())
    }
    progress.finish()
  }
}

/// One line on standard error that is written over, where that is a terminal.
private struct Progress {
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
