import Playback
import SceneLanguage

extension Source {
  /// The file's name without its folders and its ending: what the header calls a scene.
  var shortName: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return (last.hasSuffix(".txt") ? String(last.dropLast(4)) : last).sanitized
  }
}

extension ZeroReason {
  /// What a box has room for.
  var mark: String {
    switch self {
    case .localDerivative: "local 0"
    case .upstream: "from 0"
    case .cancellation: "cancels"
    case .underflow: "tiny"
    }
  }

  var sentence: String {
    switch self {
    case .localDerivative: "A real 0: a local derivative on the way is 0."
    case .upstream: "A real 0: every consumer's own gradient is 0."
    case .cancellation: "A real 0: the contributions cancel."
    case .underflow: "0 because the products are too small for a number."
    }
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
