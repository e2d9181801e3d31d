import Autograd
package import SceneLanguage

extension Training {
  /// Why what is learnt cannot be written into the scene's text, whatever it will be; nil where it
  /// can.
  package func obstacle(toWriting options: LoadOptions) -> EditRefusal? {
    scene.obstacle(toWriting: parameters.map(\.node), limit: options.maximumBytes)
  }

  /// Whether a parameter is another one than in the scene.
  package var hasLearnt: Bool {
    parameters.contains { node, tensor in
      scene.graph.leafTensor(of: node)?.hasSameBits(as: tensor) != true
    }
  }

  /// The scene with what was learnt in its text: read again, and found to hold the very same bits.
  ///
  /// - Parameter options: how the scene was read.
  package func learntScene(options: LoadOptions) -> Result<Scene, EditRefusal> {
    if let obstacle = obstacle(toWriting: options) { return .failure(obstacle) }
    switch scene.writing(parameters) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let source):
      switch Scene.load(source, options: options) {
      case .mistakes(let mistakes):
        return .failure(EditRefusal(reason: mistakes.first?.message ?? ""))
      case .scene(let new): return holds(new) ? .success(new) : .failure(Self.otherNumbers)
      }
    }
  }

  private func holds(_ new: Scene) -> Bool {
    new.hasSameStructure(as: scene)
      && parameters.allSatisfy { node, tensor in
        new.graph.leafTensor(of: node)?.hasSameBits(as: tensor) == true
      }
  }

  /// A file that the scene reads may have changed meanwhile.
  private static let otherNumbers = EditRefusal(
    reason: "the text with what was learnt reads as another scene")
}
