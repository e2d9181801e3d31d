import Autograd
import CellGrid
import Playback

// What `=` asks for while the training is on the screen: the same training with one thing changed.

extension Lesson {
  mutating func type(_ key: Key, intoVariation prompt: Prompt) {
    var prompt = prompt
    switch prompt.press(key) {
    case .accepted: accept(prompt)
    case .cancelled: session?.prompt = nil
    case .editing, .unused: session?.prompt = prompt
    }
  }

  /// Begins the second training; where it is refused the prompt stays open and says why.
  private mutating func accept(_ prompt: Prompt) {
    var refused = prompt
    guard let variation = Variation(prompt.text) else {
      refused.mistake = "write a name, = and what it is to be: rate=0.1"
      session?.prompt = refused
      return
    }
    do {
      try session?.compare(against: variation, options: editor.options)
      session?.prompt = nil
    } catch {
      refused.mistake = error.message
      session?.prompt = refused
    }
  }

  /// Shows the step, the phase and the node in which the two trainings part.
  mutating func goToDifference(screen: Screenful) {
    guard let comparison = session?.comparison, let difference = comparison.pair.difference else {
      return say("There is no place where two trainings part: = begins a second one.")
    }
    guard difference.node.index < run.nodeCount else {
      return say(comparison.sentence)
    }
    overlay = nil
    enterTraining(at: difference.step - 1, screen: screen)
    let steps = run.steps(of: difference.node)
    let step = steps.last { run.step(at: $0).phase == difference.phase }
    player.jump(to: (step ?? difference.node.index) + 1)
    chosen = difference.node
    viewport.followAgain()
    follow(on: screen)
    say(comparison.sentence)
  }
}
