import SceneLanguage
import Terminal
import Visualizer

/// The scenes that come with the program.
enum SceneCollection {
  /// In the order of their names.
  static func entries() -> [Picker.Entry] {
    guard let folder = ProgramFolder.path("scenes", with: "chain.txt") else { return [] }
    return ProgramFolder.textFiles(in: folder).compactMap { name in
      let path = "\(folder)/\(name).txt"
      guard let file = try? SceneFile.read(path),
        case .scene(let scene) = Scene.load(Source(name: name + ".txt", text: file.text))
      else { return nil }
      return Picker.Entry(path: path, name: name, title: scene.title)
    }
  }
}
