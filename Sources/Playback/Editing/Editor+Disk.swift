package import SceneLanguage

extension Editor {
  /// Whether taking over a text from disk would drop edits that were not saved. Ask first; undo
  /// brings them back all the same.
  package func wouldLoseEdits(taking source: Source) -> Bool {
    isModified && source.text != savedText && source.text != scene.source.text
  }

  /// Whether writing the scene would overwrite a text on disk that was never taken over. Ask first.
  package var wouldOverwriteRefusedText: Bool { refusedText != nil }

  /// Keeps what is here although the disk has something else.
  package mutating func refuse(_ source: Source) {
    refusedText = source.text == savedText ? nil : source.text
  }

  /// Takes over a scene that changed on disk. With mistakes in it everything stays as it was, and
  /// the mistakes are returned.
  package mutating func reload(_ source: Source) -> [Diagnostic] {
    switch Scene.load(source, options: options) {
    case .mistakes(let mistakes):
      refuse(source)
      return mistakes
    case .scene(let new):
      if source.text != scene.source.text {
        let replacement = TextReplacement(from: scene.source.text, to: source.text)
        done.append(Deed(replacement: replacement, node: nil))
        undone = []
      }
      adopt(saved: new)
      return []
    }
  }
}
