import Playback

extension Lesson {
  /// Makes what was learnt one edit of the scene's text, and goes back to the graph; where that
  /// cannot be, the training stays and the reason is said.
  mutating func takeLearnt(screen: Screenful) {
    session?.pause()
    guard let training = session?.training else { return }
    switch editor.take(learntBy: training) {
    case .failure(let mistake):
      say("The text stays as it is: \(mistake.message).", isProblem: true)
    case .success(let change):
      overlay = nil
      session = nil
      adopt(change, screen: screen)
      let steps = training.stepCount
      let next = path == nil ? "u takes it back." : "u takes it back, w writes the file."
      let remarks = notice.map { " " + $0.text } ?? ""
      say("What \(steps.counted("step")) of training made is in the text now: \(next)\(remarks)")
    }
  }
}
