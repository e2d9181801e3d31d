import Autograd
import Playback
import SceneLanguage

extension Lesson {
  /// Takes the tensors apart, or puts them together again: the same scene at the same place.
  mutating func toggleScalars(screen: Screenful) -> [Effect] {
    let chosenOutput = editor.run.output == editor.scene.output ? nil : editor.run.output
    switch editor.toggleScalars() {
    case .failure(let mistake):
      say("This stays as it is: \(mistake.message).", isProblem: true)
      return []
    case .success(let forms):
      var remarks = show(forms, on: screen)
      if chosenOutput != nil, editor.run.output == editor.scene.output {
        remarks.append("Backward starts at \(run.labels[run.output]) again.")
      }
      let new = FormSwitch(forms: forms, isToScalars: editor.showsScalars, remarks: remarks)
      formSwitch = new
      say(new.sentence())
      return [.timePasses]
    }
  }

  /// Says with the counts how long the passes take.
  mutating func noteTimes(tensors: Int, scalars: Int) {
    guard let done = formSwitch else { return }
    formSwitch = nil
    say(done.sentence(tensors: tensors, scalars: scalars))
  }

  /// Draws the form the editor has now, with what the user had chosen in the other one.
  ///
  /// - Returns: what could not be kept, in sentences.
  private mutating func show(_ forms: ScalarForms, on screen: Screenful) -> [String] {
    let (old, hadPaths, wasTrained) = (run, scope.paths != nil, session != nil && doneSteps > 0)
    let isToScalars = editor.showsScalars
    func counterpart(_ node: NodeID) -> NodeID? {
      isToScalars ? forms.scalar(for: node) : forms.tensor(for: node)
    }
    session = nil
    change = nil
    inspector = nil
    chosen = chosen.flatMap(counterpart)
    history.rename(counterpart)
    drafts = drafts.compactMap { draft in
      counterpart(draft.node).map { Draft(node: $0, text: draft.text) }
    }
    player.replace(run: editor.run, counterpart: counterpart)
    forgetTensors()
    forgetSearchedLabels()
    if let lineage {
      self.lineage = Lineage(lineage.direction, of: selected, in: run.scene.graph)
    }
    let paths = scope.paths.flatMap { counterpart($0.node) }.flatMap {
      OutputPaths(through: $0, to: run.output, in: run.scene.graph)
    }
    let scope = PictureScope(
      folding: scope.folding.carried(from: old.scene, to: run.scene), paths: paths)
    redraw(scope, on: screen, keepingPicture: false)
    viewport.followAgain()
    follow(on: screen)
    let restart = wasTrained ? "The training starts over." : nil
    return [restart, remark(onPathsBefore: hadPaths)].compactMap { $0 }
  }
}
