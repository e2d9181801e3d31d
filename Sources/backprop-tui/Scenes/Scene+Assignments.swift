import ArgumentParser
import Autograd
import Playback
import SceneLanguage

extension Scene {
  /// The scene with other values for some leaves, one after the other, as if they had been edited.
  func setting(_ assignments: [Assignment], options: LoadOptions) throws -> Scene {
    guard !assignments.isEmpty else { return self }
    var editor = Editor(scene: self, options: options)
    for assignment in assignments {
      guard let node = details.firstIndex(where: { $0.name == assignment.name }) else {
        throw ValidationError(missing(assignment.name))
      }
      if case .failure(let mistake) = editor.edit(NodeID(node), to: assignment.expression) {
        throw ValidationError("--set \(assignment.description.sanitized): \(mistake.message)")
      }
    }
    return editor.scene
  }

  private func missing(_ name: String) -> String {
    let near = Spelling.nearest(to: name, among: details.lazy.compactMap(\.name))
    let question = near.map { " Did you mean '\($0)'?" } ?? ""
    return "--set: no node of this scene is called '\(name.sanitized)'.\(question)"
  }
}
