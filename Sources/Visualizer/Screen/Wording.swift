import Playback
import SceneLanguage

extension Source {
  /// The file's name without its folders and its ending: what the header calls a scene.
  var shortName: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return (last.hasSuffix(".txt") ? String(last.dropLast(4)) : last).sanitized
  }
}

extension Int {
  /// `no operands`, `1 operand`, `2 operands`.
  func counted(_ noun: String) -> String {
    "\(self == 0 ? "no" : String(self)) \(noun)\(self == 1 ? "" : "s")"
  }

  /// The digits in threes: `1,234`.
  var grouped: String {
    var text = ""
    for (place, digit) in String(self).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3), digit != "-" { text = "," + text }
      text = String(digit) + text
    }
    return text
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
}

extension GradientState.Reason {
  var sentence: String {
    switch self {
    case .constant: "A constant has no gradient."
    case .outputDoesNotDependOnIt:
      "No path leads from here to the output: it does not depend on this node."
    }
  }
}
