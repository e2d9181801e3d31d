import Autograd
import CellGrid
import Playback
import SceneLanguage

// From one step of training into the next, and back: each is a run of its own.

extension Lesson {
  /// Whether a key goes on from the last step of the run.
  var goesOnTraining: Bool { run.moment != nil || run.scene.training?.batch != nil }

  /// Whether a key goes back from the first step of the run: to the training step before, and from
  /// the first mini-batch to the scene as it is written.
  var wasTrained: Bool { run.moment.map { $0.step > 1 || $0.batch != nil } ?? false }

  /// What is said at the end of a run.
  var lastStep: String {
    guard goesOnTraining else { return "This is the last step." }
    let next = (run.moment?.step ?? 0) + 1
    return "This is the last step before training step \(next); Space goes on."
  }

  /// How many steps of training are done at the cursor.
  var doneSteps: Int { run.moment.map { player.isAtEnd ? $0.step : $0.step - 1 } ?? 0 }

  mutating func enterNextTrainingStep(screen: Screenful) {
    guard startTraining() else { return }
    enterTraining(at: run.moment?.step ?? 0, screen: screen)
  }

  mutating func enterPreviousTrainingStep(screen: Screenful) {
    guard let moment = run.moment, moment.step > 1 || moment.batch != nil else { return }
    guard moment.step > 1 else {
      return enterScene(at: editor.run.stepCount, screen: screen)
    }
    enterTraining(at: moment.step - 2, screen: screen)
    player.toEnd()
  }

  /// Shows the beginning of the step behind so many steps of training.
  mutating func enterTraining(at count: Int, screen: Screenful) {
    guard count > 0 || session != nil else { return }
    session?.go(to: count)
    guard let new = session?.nextRun() else { return }
    player.enter(new, at: 0)
    showRun(on: screen)
  }

  /// Shows the first step of training, or the scene as it is written where that is of all samples.
  mutating func enterScene(at cursor: Int, screen: Screenful) {
    guard editor.run.moment == nil else { return enterTraining(at: 0, screen: screen) }
    session?.go(to: 0)
    player.enter(editor.run, at: cursor)
    showRun(on: screen)
  }

  /// What was done while the training lay over the picture: the end of the last step that was made,
  /// or the step that was shown before where none was, in its new settings.
  mutating func showTraining(screen: Screenful) {
    guard let session else { return }
    let done = session.training.stepCount
    if done != doneSteps || session.hasOtherSettings && player.isAtEnd && done > 0 {
      enterTraining(at: max(0, done - 1), screen: screen)
      if done > 0 { player.toEnd() }
    } else if session.hasOtherSettings {
      enterAnew(screen: screen)
    }
    follow(on: screen)
  }

  /// Takes the step of training that is shown, and not made yet, in its new settings.
  mutating func enterAnew(screen: Screenful) {
    guard run.moment != nil, let new = session?.nextRun() else { return }
    player.replace(run: new)
    showRun(on: screen)
  }

  /// Draws the run in the places of the one before.
  mutating func showRun(on screen: Screenful) {
    change = nil
    forgetTensors()
    if let refitted = picture.refitted(to: run) {
      if pending == nil { picture = refitted }
    } else {
      redraw(scope, on: screen)
    }
    follow(on: screen)
  }

  /// Forgets the steps of training, because the scene is another one now.
  mutating func forgetTraining() {
    guard session != nil else { return }
    let wasBegun = (run.moment?.step ?? 1) > 1 || run.moment?.batch != nil
    session = nil
    if wasBegun { say("The training starts over: the scene has changed.") }
  }

  /// What is said where a step of training begins; nil elsewhere, and in the first one.
  var trainingStepBeginning: (title: String, sentences: [String])? {
    guard player.isAtStart, let moment = run.moment, moment.step > 1 || moment.batch != nil else {
      return nil
    }
    var sentences: [String] = []
    if let batch = moment.batch {
      sentences.append("It sees \(batch.size) of the \(batch.samples) samples.")
    }
    if moment.step > 1 {
      sentences.append(
        "The parameters are what step \(moment.step - 1) made of them, and their gradients are "
          + "still there. Everything else is computed anew.")
    }
    return (
      "Training step \(moment.step) of \(moment.plannedSteps) begins", sentences
    )
  }
}
