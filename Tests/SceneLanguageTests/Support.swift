import SceneLanguage
import Testing

/// The scene of a text that has no mistakes.
func loaded(_ text: String, options: LoadOptions = LoadOptions()) throws -> Scene {
  switch Scene.load(Source(name: "scene.txt", text: text), options: options) {
  case .scene(let scene): return scene
  case .mistakes(let mistakes):
    for mistake in mistakes { Issue.record("\(mistake.range): \(mistake.message)") }
    throw Rejected()
  }
}

/// The mistakes of a text that has some.
func mistakes(_ text: String, options: LoadOptions = LoadOptions()) -> [Diagnostic] {
  switch Scene.load(Source(name: "scene.txt", text: text), options: options) {
  case .scene: []
  case .mistakes(let mistakes): mistakes
  }
}

struct Rejected: Error {}
