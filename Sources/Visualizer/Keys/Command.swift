package import Playback

/// What a key asks for. The table of key bindings maps keys to commands; nothing else does.
package enum Command: Hashable, Sendable {
  case forward(Level)
  case back(Level)
  case toPhaseEnd
  case toPhaseStart
  case toStart
  case toEnd
  case runUntilNext
  case runUntilPrevious
  case toggleBreakpoint
  case togglePlay
  case slower
  case faster

  case select(Direction)
  case selectNextOnTape
  case selectPreviousOnTape
  case pan(Direction)
  case centre
  case zoom
  case fit
  case toggleMinimap
  case togglePaths
  case fold
  case toggleGroup
  case toggleAllGroups
  case open
  case makeOutput

  case search
  case nextMatch
  case previousMatch
  /// Waits for a second key.
  case prefix(Key)
  case selectOutput
  case selectStepNode
  case selectFirstNonFinite
  /// The operand in a slot, from 1.
  case selectOperand(Int)
  /// One of the consumers in tape order, from 1.
  case selectConsumer(Int)
  case mark(Lineage.Direction)
  case selectionBack
  case selectionForward

  case trainStep
  case training
  case toggleZeroing

  case edit
  case nudge(percent: Int)
  case undo
  case redo
  case write
  case openEditor

  case inspect
  case moveCell(Direction)
  case pageCells(Direction)
  case firstCell
  case lastCell
  case nextLayer
  case previousLayer
  case toggleField
  case toggleImages

  case toggleStepPanel
  case toggleSourcePanel
  case toggleDigits
  case toggleScalars
  case toggleMouse
  case help
  case redraw
  case suspend
  case close
  case quit

  package enum Direction: Hashable, Sendable {
    case left, right, up, down
  }
}
