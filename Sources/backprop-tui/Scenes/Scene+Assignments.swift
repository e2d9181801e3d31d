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
      let node = try node(named: assignment.name, for: "--set")
      if case .failure(let mistake) = editor.edit(node, to: assignment.expression) {
        throw ValidationError("--set \(assignment.description.sanitized): \(mistake.message)")
      }
    }
    return editor.scene
  }

  /// The node an option speaks of; a name there is none of is wrong usage.
  func node(named name: String, for option: String) throws -> NodeID {
    if let node = details.firstIndex(where: { $0.name == name }) { return NodeID(node) }
    let near = Spelling.nearest(to: name, among: details.lazy.compactMap(\.name))
    let question = near.map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "\(option): no node of this scene is called '\(name.sanitized)'.\(question)")
  }
}
