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
    let value = Nudge.value(run.values[node.index], by: fraction)
    guard value.isFinite else { return .failure(.notFinite(run.labels[node])) }
    return edit(node, to: NumberText.text(of: value, digits: .all))
  }

  private mutating func perform(_ new: Scene, node: NodeID) -> Change {
    let old = run
    let replacement = TextReplacement(from: scene.source.text, to: new.source.text)
    adopt(new)
    done.append(Deed(replacement: replacement, node: node))
    undone = []
    return Change(node: node, from: old, to: run)
  }

  /// The scene with other characters for the leaf, and nothing else changed.
  private func scene(
    replacingLiteralOf node: NodeID, with typed: String
  ) -> Result<Scene, EditMistake> {
    guard scene.graph.operation(of: node).isLeaf else {
      return .failure(.computed(run.labels[node], from: run.editableLabels(feeding: node)))
    }
    guard let range = scene.details[node.index].literal else {
      return .failure(.notInText(run.labels[node]))
    }
    switch candidates(for: typed) {
    case .failure(let mistake): return .failure(mistake)
    case .success(let texts):
      for text in texts {
        let source = scene.source.replacing(range, with: text)
        if case .scene(let new) = Scene.load(source, options: options),
          new.hasSameStructure(as: scene)
        {
          return .success(new)
        }
      }
      return .failure(.notANumber(typed))
    }
  }
}

extension Editor {
  /// What was typed, as it is and in parentheses, since `2^x` with -2 would be -(2^x); then its
  /// value, since inside a larger expression `pi/2` would be three nodes.
  private func candidates(for typed: String) -> Result<[String], EditMistake> {
    switch Expression.parsed(typed) {
    case .failure(let mistake): return .failure(.mistaken(mistake))
    case .success(let expression):
      guard let value = expression.evaluate() else { return .failure(.notANumber(typed)) }
      let number = NumberText.text(of: value, digits: .all)
      return .success([typed, "(\(typed))"] + (value.isFinite ? [number, "(\(number))"] : []))
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
