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
      was learnt until then is the result. With --write it is put into the scene's text, too, where \
      every parameter has a line of its own: its number or list is replaced, all else stays. Steps in \
      two files are the same as in one, bit by bit, with sgd, no momentum and no batches.
      """)

  @Argument(help: "A scene's file, or - for standard input.") var scene: String?
  @Option(help: "How many steps, instead of the scene's own number.") var steps: Int?
  @Option(help: "How fast parameters follow their gradients, instead of the scene's own rate.")
  var rate: Double?
  @Option(
    help: ArgumentHelp(
      "Write the scene with what was learnt to this file, which may be its own.", valueName: "file")
  )
  var write: String?
  @Option(
    help: ArgumentHelp(
      """
      Train the same scene beside it with one thing changed, and say at which step and node the two \
      part first: a leaf as for --set, or rate, momentum, optimizer or zero_grad.
      """, valueName: "name=expression"))
  var against: Assignment?
  @Option(help: "text or json.") var format = ReportFormat.text
  @OptionGroup var options: SceneOptions
  @OptionGroup var appearance: AppearanceOptions

  func validate() throws {
    if let steps, steps < 0 { throw ValidationError("--steps is 0 or more.") }
    if let rate, !rate.isFinite { throw ValidationError("--rate is a finite number.") }
    guard let write else { return }
    if write.isEmpty || write == "-" { throw ValidationError("--write takes a file's name.") }
    if against != nil {
      throw ValidationError("--write is for one training: leave --against out.")
    }
    if options.scalars {
      throw ValidationError("--write keeps tensors whole: leave --scalars out.")
    }
    if options.expression != nil {
      throw ValidationError(
        "--write takes a scene from a file or from standard input, not from -e.")
    }
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
    let file = try write.map { try LearntFile($0, of: reading, for: training) }
    if let rate { training.rate = rate }
    if let against {
      return try compare(
        training, against: against.variation, steps: steps ?? plan.steps,
        options: reading.loadOptions)
    }
    run(&training, steps: steps ?? plan.steps)
    try file?.write(training)
    for sentence in training.deathSentences {
      StandardError.write("warning: \(sentence.sanitized)\n")
    }
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
    var progress = TrainingProgress(total: steps)
    for step in 0..<steps {
      if interrupt.isPending { break }
      progress.show(step: step + 1, loss: training.step())
    }
    progress.finish()
  }
}
