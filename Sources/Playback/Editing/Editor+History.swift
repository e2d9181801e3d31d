import SceneLanguage

extension Editor {
  /// Puts the characters of the last edit back; nil where there is none.
  package mutating func undo() -> Change? {
    guard let deed = done.last, let change = replay(deed, deed.replacement.inverse) else {
      return nil
    }
    done.removeLast()
    undone.append(deed)
    return change
  }

  /// Makes the edit that was undone last again; nil where there is none.
  package mutating func redo() -> Change? {
    guard let deed = undone.last, let change = replay(deed, deed.replacement) else { return nil }
    undone.removeLast()
    done.append(deed)
    return change
  }

  private mutating func replay(_ deed: Deed, _ replacement: TextReplacement) -> Change? {
    let text = replacement.applied(to: scene.source.text)
    let source = Source(name: scene.source.name, text: text)
    guard case .scene(let new) = Scene.load(source, options: options) else { return nil }
    let old = run
    adopt(new)
    let node = deed.isAmongScalars == showsScalars ? deed.node : nil
    return Change(node: node, from: old, to: run)
  }
}
