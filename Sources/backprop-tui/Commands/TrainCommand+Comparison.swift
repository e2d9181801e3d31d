import ArgumentParser
import Export
import Playback
import SceneLanguage

extension TrainCommand {
  /// Makes the steps of both trainings, and reports where they part.
  func compare(
    _ training: Training, against variation: Variation, steps: Int, options: LoadOptions
  ) throws {
    var pair: Lockstep
    do {
      pair = try Lockstep(training, against: variation, options: options)
    } catch {
      throw ValidationError("--against \(variation.text.sanitized): \(error.message.sanitized)")
    }
    let interrupt = Interrupt()
    var progress = TrainingProgress(total: steps)
    for step in 0..<steps {
      if interrupt.isPending { break }
      pair.step()
      progress.show(step: step + 1, loss: pair.one.losses[step])
    }
    progress.finish()
    var output = appearance.output(format == .json ? .json : .text)
    let report = LockstepReport(pair: pair, variation: variation)
    switch format {
    case .text: report.writeText(to: &output)
    case .json: report.writeJSON(to: &output)
    }
    try output.finish()
  }
}
