import ArgumentParser
import SceneLanguage
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A scene that was asked for on the command line, read without a mistake.
struct SceneReading {
  let scene: Scene
  /// The text as it was read, where `--set` changed it.
  var savedText: String?
  /// Where it came from, as it is there; nil for standard input, `-e` and a graph in JSON.
  let file: SceneFile?
  /// How it was read, and is to be read again.
  let loadOptions: LoadOptions
  /// Where edits are written to: the file itself, or a new one beside a graph in JSON, which stays
  /// what the other program wrote.
  let path: String?

  /// Reads `path`, or the statements of `-e`; mistakes go to standard error and end the program.
  init(_ path: String?, options: SceneOptions) throws {
    let (source, file) = try Self.source(path, options: options)
    loadOptions = options.loadOptions(for: path)
    let scene = try Self.scene(source, options: loadOptions)
    self.scene = try scene.setting(options.set, options: loadOptions)
    savedText = options.set.isEmpty ? nil : scene.source.text
    (self.file, self.path) = Self.home(of: scene, from: file)
  }

  /// Reads the scene at `path` as it is.
  init(path: String) throws {
    var options = LoadOptions()
    let folder = DataFolder(of: path, root: nil)
    options.open = { folder.bytes(of: $0, limit: $1) }
    loadOptions = options
    let (source, file) = try Self.read(path, limit: options.maximumBytes)
    scene = try Self.scene(source, options: options)
    (self.file, self.path) = Self.home(of: scene, from: file)
  }

  private static func home(of scene: Scene, from file: SceneFile?) -> (SceneFile?, String?) {
    guard let file else { return (nil, nil) }
    guard scene.source.text != file.text else { return (file, file.path) }
    let stem = file.path.hasSuffix(".json") ? String(file.path.dropLast(5)) : file.path
    return (nil, stem + ".txt")
  }

  private static func scene(_ source: Source, options: LoadOptions) throws -> Scene {
    switch Scene.load(sceneOrGraph: source, options: options) {
    case .scene(let scene): return scene
    case .mistakes(let mistakes):
      for mistake in mistakes { StandardError.write(mistake.rendered(in: source) + "\n") }
      // A wrong --output is a mistake of the command line, not of the scene.
      let isUsage = mistakes.allSatisfy { $0.kind == .unknownOutput }
      throw isUsage ? ExitCode.validationFailure : ExitCode.sceneHasMistakes
    }
  }

  private static func source(
    _ path: String?, options: SceneOptions
  ) throws -> (Source, SceneFile?) {
    switch (path, options.expression) {
    case (nil, let statements?):
      return (Source(name: "<expression>", text: statements), nil)
    case (let path?, nil):
      return try read(path, limit: options.maximumBytes)
    case (nil, nil):
      throw ValidationError("Missing a scene: a file, - for standard input, or -e STATEMENTS.")
    case (_?, _?):
      throw ValidationError("Give a scene's file or -e STATEMENTS, not both.")
    }
  }

  private static func read(_ path: String, limit: Int) throws -> (Source, SceneFile?) {
    do throws(SceneFileError) {
      if path == "-" {
        let name = "<stdin>"
        let text = try SceneFile.read(descriptor: STDIN_FILENO, named: name, limit: limit)
        return (Source(name: name, text: text), nil)
      }
      let file = try SceneFile.read(path, limit: limit)
      return (Source(name: path, text: file.text), file)
    } catch {
      // Loading it says where.
      if case .notUTF8(let name, let bytes) = error {
        return (Source(name: name, bytes: bytes), nil)
      }
      StandardError.write("\(error.description.sanitized)\n")
      if case .tooLarge = error { throw ExitCode.sceneHasMistakes }
      throw ExitCode.sceneCannotBeRead
    }
  }
}
