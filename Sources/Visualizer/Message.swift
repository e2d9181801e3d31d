package import CellGrid

/// What happened outside, named after the event. `Model.update` decides what it means.
package enum Message: Hashable, Sendable {
  case keyPressed(Key)
  case mouseMoved(MouseEvent)
  /// Bracketed paste: text only, never keys.
  case pasted(String)
  case resized(Size)
  /// Nothing happened, and the model has work to go on with.
  case workContinues
  /// A timer that an effect asked for went off.
  case tickElapsed
  /// The scene's file was opened, or changed on disk, or came back from the editor.
  case sceneRead(path: String, text: String)
  case sceneWritten
  /// How many nanoseconds a forward and a backward pass take, over the scene's tensors and over their
  /// elements as numbers.
  case passesTimed(tensors: Int, scalars: Int)
  /// An effect failed; the sentence says what and why.
  case effectFailed(String)
}

/// What the model wants done outside; `Terminal` performs it.
package enum Effect: Hashable, Sendable {
  case quit
  /// Send every cell again.
  case redraw
  case suspend
  case captureMouse(Bool)
  /// Read the file and answer with `sceneRead`; from then on watch it.
  case readScene(path: String)
  /// Replace the file's text, atomically, and answer with `sceneWritten`.
  case writeScene(path: String, text: String)
  /// Leave the screen, run the user's editor on the file at the line, come back, answer with
  /// `sceneRead`.
  case openEditor(path: String, line: Int)
  /// Time the passes of `Model.passesToTime`, and answer with `passesTimed`.
  case timePasses
  /// Send `tickElapsed` every so many milliseconds; nil stops.
  case tick(everyMilliseconds: Int?)
}
