import Autograd
import Playback
import SceneLanguage
import Testing

extension Scene {
  /// The scene that a text without mistakes describes.
  static func reading(_ text: String) throws -> Scene {
    switch load(Source(name: "test", text: text)) {
    case .scene(let scene): return scene
    case .mistakes(let mistakes):
      Issue.record("\(mistakes.map(\.message))")
      throw NoScene()
    }
  }

  struct NoScene: Error {}

  func node(_ name: String) throws -> NodeID {
    NodeID(try #require(details.firstIndex { $0.name == name }))
  }
}

extension Editor {
  init(reading text: String) throws {
    self.init(scene: try Scene.reading(text))
  }

  func node(_ name: String) throws -> NodeID { try scene.node(name) }
}
