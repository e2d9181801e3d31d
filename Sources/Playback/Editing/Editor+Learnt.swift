import Autograd
import SceneLanguage

extension Editor {
  /// Makes what a training of this scene has learnt one edit of the text, to be undone as any other.
  package mutating func take(learntBy training: Training) -> Result<Change, EditMistake> {
    for (node, _) in training.parameters {
      if case .element? = obstacle(toEditing: node), let mistake = obstacle(toEditing: node) {
        return .failure(mistake)
      }
    }
    guard training.hasLearnt else { return .failure(.nothingLearnt) }
    switch training.learntScene(options: options) {
    case .failure(let refusal): return .failure(.refused(refusal))
    case .success(let new): return .success(perform(new, node: nil))
    }
  }
}
