import Autograd
import Playback
import SceneLanguage
import Testing

/// What a training has learnt as one edit of the text.
struct EditorLearntTests {
  private static let text = "param w = [1, 2]\nparam b = 3\nL = sum(w^2) + b^2\ntrain(rate: 0.25)\n"

  private func trained(_ editor: Editor, steps: Int) throws -> Training {
    var training = try Training(editor.scene, plan: try #require(editor.scene.training))
    training.go(to: steps)
    return training
  }

  @Test func `it is one edit, undone and made again as any other`() throws {
    var editor = try Editor(reading: Self.text)
    _ = try editor.edit(try editor.node("b"), to: "5").get()
    let change = try editor.take(learntBy: try trained(editor, steps: 1)).get()
    let learnt = "param w = [0.5, 1]\nparam b = 2.5\nL = sum(w^2) + b^2\ntrain(rate: 0.25)\n"
    #expect(editor.scene.source.text == learnt && editor.isModified)
    #expect(change.node == nil && change.changed(.data, of: NodeID(0)))
    _ = editor.undo()
    #expect(editor.scene.source.text == Self.text.replacing("3", with: "5"))
    _ = editor.undo()
    #expect(editor.scene.source.text == Self.text && !editor.isModified)
    _ = editor.redo()
    _ = editor.redo()
    #expect(editor.scene.source.text == learnt)
  }

  @Test func `before the first step there is nothing to take`() throws {
    var editor = try Editor(reading: Self.text)
    guard case .failure(let mistake) = editor.take(learntBy: try trained(editor, steps: 0)) else {
      Issue.record("something was taken")
      return
    }
    #expect(mistake.message == "no parameter has changed yet; train some steps first")
    #expect(!editor.canUndo)
  }

  @Test func `among numbers the reason says how to go back to the tensors`() throws {
    var editor = try Editor(reading: Self.text)
    _ = try editor.toggleScalars().get()
    guard case .failure(let mistake) = editor.take(learntBy: try trained(editor, steps: 1)) else {
      Issue.record("something was taken")
      return
    }
    #expect(mistake.message.hasPrefix("w[0] is an element of w; # shows the tensors"))
    #expect(editor.scene.source.text == Self.text)
  }
}
