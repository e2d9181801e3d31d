import Autograd
import CellGrid
import Playback

extension Lesson {
  /// What a key does now: the topmost thing on the screen gets it first.
  mutating func press(_ key: Key, screen: Screenful) -> [Effect] {
    if let overlay { return press(key, over: overlay, screen: screen) }
    switch entry {
    case .value(let node, let prompt):
      type(key, into: prompt, of: node, screen: screen)
      return []
    case .search(let search):
      type(key, into: search, screen: screen)
      return []
    case .prefix(let prefix): return press(key, after: prefix, screen: screen)
    case nil:
      guard let binding = KeyBinding.bound(to: key, isInspecting: inspector != nil) else {
        say("\(key.name) has no meaning here; ? shows the keys.")
        return []
      }
      return perform(binding.command(for: key), screen: screen)
    }
  }

  private mutating func press(_ key: Key, after prefix: Key, screen: Screenful) -> [Effect] {
    entry = nil
    if let binding = KeyBinding.bound(to: key, after: prefix) {
      return perform(binding.command(for: key), screen: screen)
    }
    if key != .escape, key != .control("c"), key != .character("q") {
      say("\(prefix.name) \(key.name) has no meaning; \(prefix.name) shows what has.")
    }
    return []
  }

  /// Pasted text goes into a prompt; anywhere else it is dropped.
  mutating func paste(_ text: String, screen: Screenful) {
    if overlay == .training, session?.prompt != nil {
      session?.prompt?.insert(text)
      return
    }
    switch entry {
    case .value(let node, var prompt):
      prompt.insert(text)
      entry = .value(of: node, prompt)
    case .search(var search):
      search.prompt.insert(text)
      restart(search, screen: screen)
    case .prefix, nil:
      say("Pasted text was dropped: no prompt is open.")
    }
  }

  private mutating func press(_ key: Key, over overlay: Overlay, screen: Screenful) -> [Effect] {
    switch overlay {
    case .question(let question):
      guard let answer = question.answers.first(where: { $0.key == key }) else {
        return key == .control("c") ? [.quit] : []
      }
      return self.answer(answer.decision, screen: screen)
    case .training: return press(key, overTraining: screen)
    case .help(let firstLine):
      scrollHelp(key, from: firstLine, screen: screen)
      return []
    case .mistakes:
      if key == .escape || key == .enter || key == .character("q") {
        self.overlay = nil
        return []
      }
      if key == .character("E"), let path { return [.openEditor(path: path, line: 1)] }
      return key == .control("c") ? [.quit] : []
    }
  }

  private mutating func scrollHelp(_ key: Key, from firstLine: Int, screen: Screenful) {
    let page = max(1, screen.size.height - 6)
    let last = max(0, HelpOverlay.lines(width: screen.size.width).count - page)
    let target: Int? =
      switch key {
      case .down, .character("j"): firstLine + 1
      case .up, .character("k"): firstLine - 1
      case .pageDown, .character(" "): firstLine + page
      case .pageUp, .backspace: firstLine - page
      case .home: 0
      case .end: last
      default: nil
      }
    overlay = target.map { .help(firstLine: min(max(0, $0), last)) }
  }

  private mutating func type(
    _ key: Key, into prompt: Prompt, of node: NodeID, screen: Screenful
  ) {
    var prompt = prompt
    switch prompt.press(key) {
    case .accepted: acceptValue(prompt, of: node, screen: screen)
    case .cancelled:
      entry = nil
      guard !prompt.text.isEmpty, prompt.text != literalText(of: node) else { return }
      keepDraft(prompt.text, of: node)
      say("Left as it was; e brings back what you typed.")
    case .editing, .unused: entry = .value(of: node, prompt)
    }
  }
}
