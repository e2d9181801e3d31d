package import Autograd
package import SceneLanguage

/// A scene under edit, with its run and the way back.
///
/// The text is the truth: an edit replaces characters and the scene is read again, so undoing is
/// putting the characters back.
package struct Editor: Sendable {
  package private(set) var run: Run
  /// The text as it is on disk, as far as known.
  package private(set) var savedText: String
  /// A text that was found on disk and not taken over, because it has mistakes or the reader kept
  /// what is here. Writing the scene would overwrite it.
  package internal(set) var refusedText: String?
  /// Whether the text differs from the saved one.
  package private(set) var isModified = false

  /// How the scene was read, and is read again.
  package internal(set) var options: LoadOptions
  var done: [Deed] = []
  var undone: [Deed] = []

  /// One edit in the history.
  struct Deed: Sendable {
    let replacement: TextReplacement
    /// Nil where it was not one: where the whole text was taken over from disk, or what was learnt.
    let node: NodeID?
    /// Whether the node is one of the scene's numbers, made of its tensors.
    var isAmongScalars = false
  }

  /// - Parameter savedText: what is on disk, where that is not the scene's own text.
  package init(scene: Scene, savedText: String? = nil, options: LoadOptions = LoadOptions()) {
    run = Run(beginning: scene, output: scene.output)
    self.options = options
    self.savedText = savedText ?? scene.source.text
    isModified = self.savedText != scene.source.text
  }

  package var scene: Scene { run.scene }
  package var canUndo: Bool { !done.isEmpty }
  package var canRedo: Bool { !undone.isEmpty }

  /// Starts the backward pass elsewhere, now and after later edits; back to the scene's own choice
  /// with its output.
  package mutating func setOutput(_ node: NodeID) {
    run = Run(beginning: scene, output: node)
  }

  /// The text of the scene is on disk now.
  package mutating func markSaved() {
    savedText = scene.source.text
    refusedText = nil
    isModified = false
  }

  /// Takes over a scene, keeping the output that was chosen as long as its node is there.
  mutating func adopt(_ scene: Scene) {
    let old = run
    let isOutputChosen = old.output != old.scene.output
    let sameGraph = scene.hasSameStructure(as: old.scene)
    let chosen = sameGraph ? old.output : Labels(scene: scene).namesake(of: old.output, in: old)
    run = Run(
      beginning: scene, output: isOutputChosen ? chosen ?? scene.output : scene.output)
    isModified = scene.source.text != savedText
  }

  mutating func adopt(saved scene: Scene) {
    savedText = scene.source.text
    refusedText = nil
    adopt(scene)
  }
}
