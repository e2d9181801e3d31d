package import Autograd
import SceneLanguage

extension Editor {
  /// Replaces a leaf's number by what was typed, any constant expression: `pi/2`, `-1e-3`.
  package mutating func edit(_ node: NodeID, to text: String) -> Result<Change, EditMistake> {
    let typed = text.trimmed
    guard !typed.isEmpty, !typed.contains(where: { "#;\n\r".contains($0) }) else {
      return .failure(.notANumber(typed))
    }
    switch scene(replacingLiteralOf: node, with: typed) {
    case .failure(let mistake): return .failure(mistake)
    case .success(let new): return .success(perform(new, node: node))
    }
  }

  /// Moves a leaf's number up by a fraction of its size, or down where the fraction is negative;
  /// at 0 the fraction itself is added.
  package mutating func nudge(
    _ node: NodeID, by fraction: Double
  ) -> Result<Change, EditMistake> {
    if let obstacle = obstacle(toEditing: node) { return .failure(obstacle) }
    let value = Nudge.value(run.values[node.index], by: fraction)
    guard value.isFinite else { return .failure(.notFinite(run.labels[node])) }
    return edit(node, to: NumberText.text(of: value, digits: .all))
  }

  /// - Parameter node: the leaf that was edited; nil where several were.
  mutating func perform(_ new: Scene, node: NodeID?) -> Change {
    let old = run
    let replacement = TextReplacement(from: scene.source.text, to: new.source.text)
    adopt(new)
    done.append(
      Deed(replacement: replacement, node: node, isAmongScalars: showsScalars))
    undone = []
    return Change(node: node, from: old, to: run)
  }

  /// The scene with other characters for the leaf, and nothing else changed.
  private func scene(
    replacingLiteralOf node: NodeID, with typed: String
  ) -> Result<Scene, EditMistake> {
    if let obstacle = obstacle(toEditing: node) { return .failure(obstacle) }
    switch scene.replacingLiteral(of: node, with: typed) {
    case .failure(let refusal): return .failure(.refused(refusal))
    case .success(let source):
      guard case .scene(let new) = Scene.load(source, options: options),
        new.hasSameStructure(as: scene)
      else { return .failure(.notANumber(typed)) }
      return .success(new)
    }
  }
}

extension Run {
  /// The leaves with a number in the text that a node is computed from, by label, in tape order.
  func editableLabels(feeding node: NodeID) -> [String] {
    var feeds = [Bool](repeating: false, count: node.index + 1)
    feeds[node.index] = true
    for index in stride(from: node.index, through: 0, by: -1) where feeds[index] {
      for operand in scene.graph.operands(of: NodeID(index)) { feeds[operand.index] = true }
    }
    return feeds.indices.filter { feeds[$0] && scene.details[$0].isEditable }
      .map { labels[NodeID($0)] }
  }
}

extension Scene.NodeDetail {
  /// A named leaf with characters of its own.
  fileprivate var isEditable: Bool { literal != nil && name != nil }
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
