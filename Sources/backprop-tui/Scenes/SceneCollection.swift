import SceneLanguage
import Terminal
import Visualizer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The scenes that come with the program.
enum SceneCollection {
  /// Found beside an installed program or above one that was built in the source tree; in the
  /// order of their names.
  static func entries() -> [Picker.Entry] {
    guard let folder = folder() else { return [] }
    return sceneNames(in: folder).compactMap { name in
      let path = "\(folder)/\(name)"
      guard let file = try? SceneFile.read(path),
        case .scene(let scene) = Scene.load(Source(name: path, text: file.text))
      else { return nil }
      return Picker.Entry(path: path, name: String(name.dropLast(4)), title: scene.title)
    }
  }

  private static func folder() -> String? {
    guard let program = programPath() else { return nil }
    let parts = program.split(separator: "/").dropLast()
    let ancestors = (0...parts.count).reversed().map {
      parts.prefix($0).map { "/" + $0 }.joined()
    }
    let installed = (ancestors.dropFirst().first ?? "") + "/share/backprop-tui/scenes"
    let candidates = [installed] + ancestors.map { $0 + "/scenes" }
    return candidates.first { access($0 + "/chain.txt", R_OK) == 0 }
  }

  private static func programPath() -> String? {
    let path = CommandLine.arguments.first ?? ""
    #if os(Linux)
      let resolved = realpath("/proc/self/exe", nil) ?? realpath(path, nil)
    #else
      let resolved = realpath(path, nil)
    #endif
    guard let resolved else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func sceneNames(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".txt"), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
