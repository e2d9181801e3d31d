package import Autograd
package import SceneLanguage

/// Why a value cannot be edited so; the sentence is `message`.
package enum EditMistake: Error, Hashable, Sendable {
  /// A computed node: its label, and the labels of the leaves it is computed from.
  case computed(String, from: [String])
  /// A leaf that has no characters of its own in the text.
  case notInText(String)
  /// A leaf that is a tensor, with its shape: more than one number.
  case tensor(String, Shape)
  /// A leaf that was made of a tensor, whose text holds all its elements.
  case element(String, of: String)
  /// Not one constant expression.
  case notANumber(String)
  /// The language cannot take what was typed, and says why.
  case refused(EditRefusal)
  /// A training that has made no step yet.
  case nothingLearnt
  /// A nudge that leads out of the finite numbers.
  case notFinite(String)

  /// A sentence for the reader.
  package var message: String {
    switch self {
    case .computed(let label, let inputs) where inputs.isEmpty:
      "\(label) is computed from constants only"
    case .computed(let label, let inputs):
      "\(label) is computed from \(Self.list(inputs)); edit \(inputs.count == 1 ? "that" : "those")"
    case .notInText(let label): "\(label) has no number of its own in the text"
    case .tensor(let label, let shape):
      "\(label) is a tensor of shape \(shape), not one number; E opens the text at its line"
    case .element(let label, let tensor):
      "\(label) is an element of \(tensor); # shows the tensors, E opens the text at its line"
    case .notANumber(let text):
      text.isEmpty
        ? "type a number or a constant expression such as pi/2"
        : "'\(text)' is not a constant expression such as 2 or pi/2"
    case .refused(let refusal): refusal.reason
    case .nothingLearnt: "no parameter has changed yet; train some steps first"
    case .notFinite(let label): "\(label) cannot be nudged any further; type a number"
    }
  }

  /// `x`, `x and y`, `x, y and z`; after four, how many more.
  private static func list(_ labels: [String]) -> String {
    guard labels.count > 1 else { return labels.first ?? "" }
    if labels.count > 4 {
      return labels.prefix(3).joined(separator: ", ") + " and \(labels.count - 3) more"
    }
    return labels.dropLast().joined(separator: ", ") + " and " + labels[labels.count - 1]
  }
}
