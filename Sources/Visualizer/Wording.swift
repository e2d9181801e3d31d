import Playback
import SceneLanguage

extension Source {
  /// The file's name without its folders and its ending: what the header calls a scene.
  var shortName: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return (last.hasSuffix(".txt") ? String(last.dropLast(4)) : last).sanitized
  }
}

extension Explanation {
  /// The sentence over a step.
  func headline(_ labels: Labels) -> String {
    headline.map { piece in
      switch piece {
      case .text(let text): text
      case .node(let node): labels[node]
      }
    }.joined()
  }
}

extension GradientState.Reason {
  var sentence: String {
    switch self {
    case .constant: "A constant has no gradient: nothing is asked of it."
    case .outputDoesNotDependOnIt:
      "No path leads from here to the output: it does not depend on this node."
    }
  }
}
