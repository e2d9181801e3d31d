import Autograd
package import SceneLanguage

/// The one thing in which a second training is other than the first: another right side for a leaf,
/// or another setting of the training.
///
/// ```swift
/// Variation("w = 0.5")      // a leaf, as `--set` takes it, or a whole tensor: W = zeros(2, 3)
/// Variation("rate=0.1")     // rate, momentum, optimizer, zero_grad, where no leaf is called so
/// ```
package struct Variation: Hashable, Sendable {
  package let name: String
  package let expression: String

  /// Nil where it is not `NAME=EXPRESSION`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    name = Self.trimmed(parts[0])
    expression = Self.trimmed(parts[1])
  }

  package var text: String { "\(name)=\(expression)" }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0 == " " }
    guard let end = start.lastIndex(where: { $0 != " " }) else { return "" }
    return String(start[...end])
  }

  /// Why there is no such training.
  package enum Mistake: Error, Hashable, Sendable {
    /// Neither a leaf nor a setting can be changed so.
    case refused(String)
    /// The scene with it has a mistake: the first one's message.
    case notAScene(String)
    /// The scene with it cannot be trained.
    case obstacle(Training.Obstacle)

    /// A sentence for the reader.
    package var message: String {
      switch self {
      case .refused(let reason): reason
      case .notAScene(let reason): "the scene is wrong with it: \(reason)"
      case .obstacle(let obstacle): obstacle.message
      }
    }
  }
}

extension Training {
  /// The training with one thing changed, at its beginning.
  package func varied(
    by variation: Variation, options: LoadOptions
  ) throws(Variation.Mistake) -> Training {
    var (plan, settings) = (plan, settings)
    let isLeaf = scene.details.contains { $0.name == variation.name }
    if !isLeaf, let setting = variation.setting {
      try setting.change(&plan, &settings, to: variation.expression)
      return try varied(scene, plan, settings, output: trainer.output)
    }
    let other = try variation.scene(of: scene, options: options)
    let output = other.namesake(of: trainer.output, in: scene) ?? other.output
    return try varied(other, plan, settings, output: output)
  }

  private func varied(
    _ scene: Scene, _ plan: Scene.TrainingPlan, _ settings: Settings, output: NodeID
  ) throws(Variation.Mistake) -> Training {
    do throws(Obstacle) {
      var training = try Training(scene, plan: plan, output: output)
      training.settings = settings
      return training
    } catch {
      throw .obstacle(error)
    }
  }
}

extension Variation {
  fileprivate var setting: Setting? { Setting(rawValue: name) }

  /// The scene with another right side for the leaf.
  fileprivate func scene(of scene: Scene, options: LoadOptions) throws(Mistake) -> Scene {
    switch scene.source.setting(name, to: expression, options: options) {
    case .failure(let refusal):
      throw scene.details.contains { $0.name == name }
        ? .refused(refusal.reason) : unknown(among: scene.details.compactMap(\.name))
    case .success(let source):
      switch Scene.load(source, options: options) {
      case .scene(let scene): return scene
      case .mistakes(let mistakes): throw .notAScene(mistakes.first?.message ?? "")
      }
    }
  }
}

extension Variation {
  private func unknown(among names: [String]) -> Mistake {
    let near = Spelling.nearest(to: name, among: names + Setting.allCases.map(\.rawValue))
    let question = near.map { "; did you mean '\($0)'?" } ?? ""
    return .refused("no leaf and no setting of training is called '\(name)'\(question)")
  }
}

extension Scene {
  /// The node in the place of another scene's: the same one where all nodes are alike, else the one
  /// of its name.
  fileprivate func namesake(of node: NodeID, in other: Scene) -> NodeID? {
    if hasSameNodes(as: other) { return node }
    guard let name = other.details[node.index].name else { return nil }
    return details.firstIndex { $0.name == name }.map { NodeID($0) }
  }
}
