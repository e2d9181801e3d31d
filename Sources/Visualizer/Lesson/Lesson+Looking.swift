import Playback
import SceneLanguage

extension Lesson {
  mutating func toggle(_ command: Command, screen: Screenful) {
    switch command {
    case .toggleStepPanel: showsStepPanel = !(showsStepPanel ?? screen.isRoomy)
    case .toggleSourcePanel: showsSourcePanel = !(showsSourcePanel ?? screen.isRoomy)
    case .toggleDigits: digits = digits == .four ? .all : .four
    case .help: overlay = .help(firstLine: 0)
    case .close: closeTopmost(screen: screen)
    default: break
    }
    follow(on: screen)
  }

  /// What Esc closes: the inspector, then the panels that take the strip's place on a small screen, then the marks of
  /// an edit, then those of a lineage, then the map, then the user's own selection and place in the picture.
  private mutating func closeTopmost(screen: Screenful) {
    if pending != nil {
      cancelLayout()
    } else if inspector != nil {
      inspector = nil
    } else if !screen.isRoomy, showsStepPanel == true || showsSourcePanel == true {
      showsStepPanel = nil
      showsSourcePanel = nil
    } else if change != nil {
      change = nil
    } else if lineage != nil {
      lineage = nil
    } else if minimap != nil {
      minimap = nil
    } else {
      chosen = nil
      viewport.followAgain()
    }
  }

  mutating func leave(_ command: Command) -> [Effect] {
    switch command {
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit where editor.isModified:
      overlay = .question(.unsavedEdits)
      return []
    case .quit: return [.quit]
    default: return []
    }
  }

  mutating func answer(_ decision: Question.Decision, screen: Screenful) -> [Effect] {
    overlay = nil
    switch decision {
    case .stay:
      quitsWhenWritten = false
      return []
    case .overwrite: return overwrite()
    case .keepEdits(let text):
      editor.refuse(Source(name: path ?? editor.scene.source.name, text: text))
      return []
    case .quitWithoutWriting: return [.quit]
    case .takeFromDisk(let text):
      reload(text, screen: screen)
      return []
    case .writeAndQuit:
      guard path != nil else {
        say("This scene has no file to write to.", isProblem: true)
        return []
      }
      quitsWhenWritten = true
      return write()
    }
  }
}
