import Autograd
import CellGrid
import Playback
import SceneLanguage

extension Lesson {
  /// `t`: to the end of this step of training, or of the next one. `T`: the training itself. `0`:
  /// leaves zero_grad out.
  mutating func train(_ command: Command, screen: Screenful) {
    switch command {
    case .training: openTraining()
    case .toggleZeroing: toggleZeroing(screen: screen)
    default: trainStep(screen: screen)
    }
  }

  private mutating func trainStep(screen: Screenful) {
    if player.isAtEnd || run.moment == nil {
      guard startTraining() else { return }
      enterNextTrainingStep(screen: screen)
    }
    player.toEnd()
    change = nil
    follow(on: screen)
    guard let moment = run.moment else { return }
    say("Step \(moment.step) of training: the loss was \(NumberText.text(of: run.loss)).")
  }

  /// Begins the training; false, and the reason is said, where there is none.
  mutating func startTraining() -> Bool {
    guard session == nil else { return true }
    guard let plan = run.scene.training else {
      say("The scene has no training: add a line like train(rate: 0.05) to it.")
      return false
    }
    do {
      session = TrainingSession(
        try Training(editor.scene, plan: plan, output: editor.run.output))
      return true
    } catch {
      say("This cannot be trained: \(error.message).", isProblem: true)
      return false
    }
  }

  private mutating func openTraining() {
    guard startTraining() else { return }
    let done = doneSteps
    session?.go(to: done)
    session?.hasOtherSettings = false
    session?.prompt = nil
    session?.toggleRunning()
    overlay = .training
  }

  /// Leaves zero_grad out of this step and of all later ones, or puts it in again.
  private mutating func toggleZeroing(screen: Screenful) {
    guard startTraining(), let step = run.moment?.step ?? session.map({ $0.training.stepCount + 1 })
    else { return }
    session?.go(to: step - 1)
    session?.toggleZeroing()
    enterAnew(screen: screen)
    say(
      session?.training.zeroesGradients == false
        ? "zero_grad is left out from training step \(step) on; 0 puts it in again."
        : "zero_grad is back from training step \(step) on.")
  }

  /// What a key does while the training is on the screen.
  mutating func press(_ key: Key, overTraining screen: Screenful) -> [Effect] {
    if let prompt = session?.prompt {
      type(key, intoVariation: prompt)
      return []
    }
    notice = nil
    switch key {
    case .character("t"): session?.step()
    case .character("T"), .character(" "): session?.toggleRunning()
    case .left: session?.move(by: -1)
    case .right: session?.move(by: 1)
    case .pageUp: session?.move(by: -10)
    case .pageDown: session?.move(by: 10)
    case .home: session?.rewindToStart()
    case .character("<"): session?.changeRate(by: 0.5)
    case .character(">"): session?.changeRate(by: 2)
    case .character("0"): session?.toggleZeroing()
    case .character("w"): takeLearnt(screen: screen)
    case .character("d"): if let sentence = session?.goToEnd() { say(sentence) }
    case .character("="): session?.prompt = Prompt()
    case .enter: goToDifference(screen: screen)
    case .escape, .character("q"):
      session?.pause()
      overlay = nil
      showTraining(screen: screen)
    case .control("c"): return [.quit]
    default: break
    }
    return []
  }

  /// Whether there is something to do while no key waits: a layout, or steps of training.
  var hasWork: Bool { pending != nil || session?.hasWork == true }

  /// Trains on while no key waits.
  mutating func workOnTraining() { session?.work() }
}
