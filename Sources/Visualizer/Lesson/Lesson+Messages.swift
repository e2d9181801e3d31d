import CellGrid
import GraphLayout
import Playback

extension Lesson {
  mutating func receive(_ message: Message, screen: Screenful) -> [Effect] {
    let effects = respond(to: message, screen: screen)
    noteSelection()
    return effects
  }

  private mutating func respond(to message: Message, screen: Screenful) -> [Effect] {
    switch message {
    case .keyPressed(let key):
      guard !Arrangement.isTooSmall(screen.size) else { return pressUnseen(key, screen: screen) }
      return press(key, screen: screen)
    case .mouseMoved(let event): return point(event, screen: screen)
    case .pasted(let text):
      paste(text, screen: screen)
      return []
    case .tickElapsed: return tick(on: screen)
    case .workContinues:
      if pending != nil { work(screen: screen) } else { workOnTraining() }
      return []
    case .sceneWritten:
      editor.markSaved()
      isOnDisk = true
      say("Written to \(path ?? "").")
      return quitsWhenWritten ? [.quit] : []
    case .passesTimed(let tensors, let scalars):
      noteTimes(tensors: tensors, scalars: scalars)
      return []
    case .effectFailed(let sentence):
      quitsWhenWritten = false
      say(sentence, isProblem: true)
      return []
    case .resized, .sceneRead: return []
    }
  }

  /// On a screen too small to show what a key does, only quitting works, and the answer to what it
  /// asks, where that is seen.
  private mutating func pressUnseen(_ key: Key, screen: Screenful) -> [Effect] {
    if overlay == .question(.unsavedEdits) {
      let isSeen = TooSmallScreen(size: screen.size, isAsking: true).isWhole
      return isSeen ? press(key, screen: screen) : []
    }
    guard KeyBinding.bound(to: key)?.command == .quit else { return [] }
    return leave(.quit)
  }
}

extension Picker {
  mutating func receive(_ message: Message, screen: Screenful) -> [Effect] {
    switch message {
    case .keyPressed(let key): return press(key)
    case .mouseMoved(let event):
      guard event.kind == .press || event.kind == .doublePress else { return [] }
      guard let index = entry(atRow: event.place.row, screen: screen.size) else { return [] }
      choose(index)
      return event.kind == .doublePress ? press(.enter) : []
    case .effectFailed(let sentence):
      problem = [sentence]
      return []
    case .pasted, .tickElapsed, .workContinues, .sceneWritten, .sceneRead, .resized, .passesTimed:
      return []
    }
  }
}
