package import Autograd
import Playback
import SceneLanguage

extension Lesson {
  mutating func change(_ command: Command, screen: Screenful) -> [Effect] {
    switch command {
    case .edit: beginEdit()
    case .nudge(let percent):
      let node = selected
      chosen = node
      drafts.removeAll { $0.node == node }
      apply(editor.nudge(node, by: Double(percent) / 100), screen: screen)
    case .undo:
      adopt(editor.undo(), screen: screen)
    case .redo:
      adopt(editor.redo(), screen: screen)
    case .write: return write()
    case .openEditor: return openEditor()
    default: break
    }
    return []
  }

  private mutating func beginEdit() {
    if let mistake = editor.obstacle(toEditing: selected) {
      say(mistake.message)
      return
    }
    chosen = selected
    let text = literalText(of: selected)
    entry = .value(of: selected, Prompt(text: drafts.first { $0.node == selected }?.text ?? text))
  }

  mutating func keepDraft(_ text: String, of node: NodeID) {
    drafts.removeAll { $0.node == node }
    drafts.append(Draft(node: node, text: text))
  }

  /// Takes the typed text as the value; where it is refused the prompt stays open and says why.
  mutating func acceptValue(_ prompt: Prompt, of node: NodeID, screen: Screenful) {
    switch editor.edit(node, to: prompt.text) {
    case .success(let change):
      entry = nil
      drafts.removeAll { $0.node == node }
      adopt(change, screen: screen)
    case .failure(let mistake):
      var refused = prompt
      refused.mistake = mistake.message
      entry = .value(of: node, refused)
    }
  }

  private mutating func apply(
    _ result: Result<Change, EditMistake>, screen: Screenful
  ) {
    switch result {
    case .success(let change): adopt(change, screen: screen)
    case .failure(let mistake): say(mistake.message)
    }
  }

  /// Shows what was undone or made again; says why where the text could not be read again.
  private mutating func adopt(_ change: Change?, screen: Screenful) {
    guard let change else {
      return say(
        editor.showsScalars
          ? "The text before makes too many nodes as scalars; # shows the tensors."
          : "The text before cannot be read any more: a file it reads has changed.",
        isProblem: true)
    }
    adopt(change, screen: screen)
  }

  /// Shows the scene as the edit left it: same cursor, same selection, same places.
  mutating func adopt(_ change: Change, screen: Screenful) {
    self.change = change
    let hadPaths = scope.paths != nil
    rebuild(screen: screen)
    if let remark = remark(onPathsBefore: hadPaths) { say(remark) }
  }

  /// Runs the editor's scene and draws it in the same places if it is the same graph.
  mutating func rebuild(screen: Screenful) {
    let (old, scene) = (run, editor.scene)
    forgetTraining()
    let isSameGraph = scene.graph.hasSameStructure(as: run.scene.graph)
    if !isSameGraph { renameChoices() }
    sourceLines = SourceLines(scene.source.text)
    player.replace(run: editor.run)
    forgetTensors()
    forgetSearchedLabels()
    if !isSameGraph, let lineage {
      self.lineage = Lineage(lineage.direction, of: selected, in: run.scene.graph)
    }
    // The boxes of closed groups name them by their place in the scene.
    let scope = scope(carriedFrom: old, isSameGraph: isSameGraph)
    let isSameScene = isSameGraph && old.scene.groups == scene.groups
    if isSameScene, scope.paths == picture.scope.paths, pending == nil,
      let refitted = picture.refitted(to: run)
    {
      picture = refitted
    } else {
      redraw(scope, on: screen, keepingPicture: isSameScene)
    }
    follow(on: screen)
  }

  /// Finds what the user had chosen, and is typing for, by its name in a scene that changed its
  /// shape.
  private mutating func renameChoices() {
    let old = run
    let new = editor.run
    func renamed(_ node: NodeID?) -> NodeID? { node.flatMap { new.namesake(of: $0, in: old) } }
    chosen = renamed(chosen)
    history.rename(renamed)
    drafts = drafts.compactMap { draft in
      renamed(draft.node).map { Draft(node: $0, text: draft.text) }
    }
    change = nil
    switch entry {
    case .value(let node, let prompt): entry = renamed(node).map { .value(of: $0, prompt) }
    case .search(var search):
      search.origin = renamed(search.origin)
      entry = .search(search)
    case .prefix, nil: break
    }
  }

  mutating func write() -> [Effect] {
    guard !editor.wouldOverwriteRefusedText else {
      overlay = .question(.overwrite)
      return []
    }
    return overwrite()
  }

  func overwrite() -> [Effect] {
    path.map { [.writeScene(path: $0, text: editor.scene.source.text)] } ?? []
  }

  private mutating func openEditor() -> [Effect] {
    guard let path else { return [] }
    guard isOnDisk else {
      say("Write the scene first (w): it is in no file yet.")
      return []
    }
    guard !editor.isModified else {
      say("Write the edits first (w): the editor opens the file.")
      return []
    }
    return [.openEditor(path: path, line: line(of: selected))]
  }

  /// The characters an edit of a leaf replaces.
  func literalText(of node: NodeID) -> String {
    guard let range = run.scene.details[node.index].literal else { return "" }
    let bytes = Array(run.scene.source.text.utf8)
    guard range.start <= range.end, bytes.indices.contains(range.start), range.end <= bytes.count
    else { return "" }
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// The line of the scene a node comes from.
  package func line(of node: NodeID) -> Int { run.scene.line(of: node) }

  /// The file on disk has another text now.
  mutating func diskChanged(to text: String, screen: Screenful) {
    guard text != editor.scene.source.text else {
      editor.markSaved()
      forgetOtherText()
      return
    }
    let source = Source(name: path ?? editor.scene.source.name, text: text)
    if editor.wouldLoseEdits(taking: source) {
      overlay = .question(.changedOnDisk(text: text))
    } else {
      reload(text, screen: screen)
    }
  }

  /// Closes what was about a text on the disk that is not there any more.
  private mutating func forgetOtherText() {
    switch overlay {
    case .mistakes: overlay = nil
    case .question(let question) where question.isAboutDisk: overlay = nil
    default: break
    }
  }

  /// Takes the text from the disk; a text with mistakes is shown over the picture of the old one.
  mutating func reload(_ text: String, screen: Screenful) {
    let source = Source(name: path ?? editor.scene.source.name, text: text)
    let mistakes = editor.reload(source)
    guard mistakes.isEmpty else {
      let lines = mistakes.flatMap { $0.rendered(in: source).split(separator: "\n") }
      overlay = .mistakes(lines: lines.map(String.init))
      return
    }
    forgetOtherText()
    let (before, hadPaths) = (entry, scope.paths != nil)
    change = nil
    rebuild(screen: screen)
    let remark = remark(onPathsBefore: hadPaths)
    guard case .value(_, let prompt) = before, entry == nil else {
      return say(
        ["Read again: the file changed.", remark].compactMap { $0 }.joined(separator: " "))
    }
    let text = "Read again, without the number you were typing: \(prompt.text)"
    say([text, remark].compactMap { $0 }.joined(separator: ". "), isProblem: true)
  }
}
