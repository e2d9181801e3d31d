import Playback

extension TraceReport {
  /// Numbered as the screen numbers them: "step 8 of 11".
  package func writeText(to stream: inout some TextOutputStream) {
    stream.write("\(run.scene.heading)\n")
    let width = String(run.stepCount).count
    forEachPart { part in
      switch part {
      case .phase(let phase):
        stream.write("\n\(phase.rawValue)\n")
      case .note(let lines):
        let margin = String(repeating: " ", count: width + 4)
        for line in lines { stream.write("\(margin)# \(line)\n") }
      case .step(let step, let text):
        let number = String(step.index + 1)
        let margin = String(repeating: " ", count: width - number.count + 2)
        stream.write("\(margin)\(number)  \(text)\n")
      }
    }
  }
}
