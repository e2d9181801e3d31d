import Autograd
import Playback
import SceneLanguage

extension Lesson {
  /// Does what a key asked for, or says why it cannot.
  mutating func perform(_ command: Command, screen: Screenful) -> [Effect] {
    notice = nil
    if let obstacle = obstacle(to: command) {
      say(obstacle)
      return []
    }
    switch command {
    case .forward, .back, .toPhaseEnd, .toPhaseStart, .toStart, .toEnd, .runUntilNext,
      .runUntilPrevious:
      return step(command, screen: screen)
    case .toggleBreakpoint, .togglePlay, .slower, .faster:
      return control(command, screen: screen)
    case .select, .selectNextOnTape, .selectPreviousOnTape, .makeOutput:
      select(command, screen: screen)
      return []
    case .search, .nextMatch, .previousMatch, .prefix, .selectOutput, .selectStepNode,
      .selectFirstNonFinite, .selectOperand, .selectConsumer, .mark, .selectionBack,
      .selectionForward:
      find(command, screen: screen)
      return []
    case .pan, .centre:
      move(command, screen: screen)
      return []
    case .zoom, .fit, .toggleMinimap, .togglePaths, .fold, .toggleGroup, .toggleAllGroups:
      changePicture(command, screen: screen)
      return []
    case .open:
      let isComputed = editor.obstacle(toEditing: selected) != nil
      let opens = closedGroup != nil || isComputed && groupToToggle != nil
      return perform(opens ? .toggleGroup : .edit, screen: screen)
    case .edit, .nudge, .undo, .redo, .write, .openEditor:
      return change(command, screen: screen)
    case .trainStep, .training, .toggleZeroing:
      train(command, screen: screen)
      return []
    case .inspect, .moveCell, .pageCells, .firstCell, .lastCell, .nextLayer, .previousLayer,
      .toggleField, .toggleImages:
      inspect(command, screen: screen)
      return []
    case .toggleScalars: return toggleScalars(screen: screen)
    case .toggleStepPanel, .toggleSourcePanel, .toggleDigits, .help, .close:
      toggle(command, screen: screen)
      return []
    case .toggleMouse, .redraw, .suspend, .quit:
      return leave(command)
    }
  }

  mutating func say(_ text: String, isProblem: Bool = false) {
    notice = Notice(text: text.sanitized, isProblem: isProblem)
  }

  /// Why a command would do nothing now; nil where it would do something.
  package func obstacle(to command: Command) -> String? {
    switch command {
    case .forward, .toPhaseEnd, .togglePlay:
      player.isAtEnd && !pace.isPlaying && !goesOnTraining ? "This is the last step." : nil
    case .toEnd: player.isAtEnd && !pace.isPlaying ? lastStep : nil
    case .back, .toPhaseStart, .toStart:
      player.isAtStart && !wasTrained ? "This is the start: nothing is computed yet." : nil
    case .undo: editor.canUndo ? nil : "There is nothing to undo."
    case .redo: editor.canRedo ? nil : "There is nothing to redo."
    case .write, .openEditor:
      path == nil ? "This scene has no file: it did not come from one." : nil
    case .nextMatch, .previousMatch:
      lastSearch == nil ? "Nothing was searched for yet; / searches." : nil
    case .toggleScalars:
      run.hasTensors || editor.showsScalars
        ? nil : "Every node is one number already: there are no tensors to take apart."
    case .selectionBack: history.canGoBack ? nil : "There is no selection before this one."
    case .selectionForward: history.canGoForward ? nil : "There is no selection after this one."
    case .makeOutput:
      run.scene.graph.operation(of: selected) == .constant
        ? "A constant has no gradient: it cannot be the output." : nil
    default: nil
    }
  }
}
