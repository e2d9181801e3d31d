import Autograd
import SceneLanguage

extension Editor {
  /// Whether every tensor element is a node of its own.
  package var showsScalars: Bool { options.makesScalars }

  /// Takes the tensors apart, or puts them together again. The text stays, and so does what can be
  /// undone. An output that was chosen and has no counterpart of its name is given up.
  ///
  /// - Returns: the scene in both forms, or why there is no other one: it would be too large.
  package mutating func toggleScalars() -> Result<ScalarForms, EditMistake> {
    var other = options
    other.makesScalars.toggle()
    switch Scene.load(scene.source, options: other) {
    case .mistakes(let mistakes):
      let reasons = mistakes.map(\.message).joined(separator: "; ")
      return .failure(.refused(EditRefusal(reason: reasons)))
    case .scene(let new):
      let old = run
      options = other
      adopt(new)
      return .success(
        showsScalars
          ? ScalarForms(tensors: old, scalars: run) : ScalarForms(tensors: run, scalars: old))
    }
  }
}
