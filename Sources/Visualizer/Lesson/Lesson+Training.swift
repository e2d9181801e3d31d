import Autograd
import CellGrid
import Playback
import SceneLanguage

extension Lesson {
  /// `t`: one step of training, and the graph with what it learnt. `T`: the training itself.
  mutating func train(_ command: Command, screen: Screenful) {
    guard startTraining() else { return }
    if command == .training {
      session?.toggleRunning()
      overlay = .training
      return
    }
    session?.step()
    showTraining(screen: screen)
    guard let training = session?.training, let loss = training.losses.last else { return }
    say("Step \(training.stepCount) of training: the loss was \(NumberText.text(of: loss)).")
  }

  private mutating func startTraining() -> Bool {
    guard session == nil else { return true }
    guard let plan = run.scene.training else {
      say("The scene has no training: add a line like train(rate: 0.05) to it.")
      return false
    }
    do {
      session = TrainingSession(try Training(run.scene, plan: plan, output: run.output))
      return true
    } catch {
      say("This cannot be trained: \(error.message).", isProblem: true)
      return false
    }
  }

  /// The graph with the parameters as training has left them, all of its steps done.
  mutating func showTraining(screen: Screenful) {
    guard let training = session?.training else { return }
    player.replace(run: Run(scene: run.scene.replacing(training.parameters), output: run.output))
    player.toEnd()
    change = nil
    forgetTensors()
    if let refitted = picture.refitted(to: run), pending == nil { picture = refitted }
    follow(on: screen)
  }

  /// What a key does while the training is on the screen.
  mutating func press(_ key: Key, overTraining screen: Screenful) -> [Effect] {
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
  var hasWork: Bool { pending != nil || session?.isRunning == true }

  /// Trains on while no key waits.
  mutating func workOnTraining() { session?.work() }
}
