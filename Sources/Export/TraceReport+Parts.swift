import Playback

extension TraceReport {
  /// What a reader of the trace meets, in order.
  enum Part {
    case phase(Step.Phase)
    /// A note, line by line, in front of the first step it belongs to in its phase.
    case note([Substring])
    case step(Step, text: String)
  }

  func forEachPart(_ body: (Part) -> Void) {
    var phase: Step.Phase?
    var lastNote: String?
    for step in steps {
      if step.phase != phase {
        phase = step.phase
        lastNote = nil
        body(.phase(step.phase))
      }
      let note = note(of: step)
      if let note, note != lastNote, step.phase != .seed {
        body(.note(note.split(separator: "\n")))
      }
      lastNote = note
      body(.step(step, text: run.text(of: step.index)))
    }
  }
}
