import CellGrid
import Foundation
import SceneLanguage
import Testing

@testable import Visualizer

/// The scenes that come with the program.
enum SceneFiles {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "scenes")

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  static func scene(_ name: String) throws -> Scene {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return try scene(text: text, name: name)
  }

  static func scene(text: String, name: String = "test.txt") throws -> Scene {
    let source = Source(name: name, text: text)
    switch Scene.load(source) {
    case .scene(let scene): return scene
    case .mistakes(let mistakes):
      throw Mistakes(text: mistakes.map { $0.rendered(in: source) }.joined(separator: "\n"))
    }
  }

  struct Mistakes: Error { let text: String }
}

extension Model {
  init(
    _ name: String, size: Size = Size(width: 120, height: 40), symbols: Symbols = .unicode
  ) throws {
    self.init(scene: try SceneFiles.scene(name), path: name, size: size, symbols: symbols)
  }

  init(text: String, size: Size = Size(width: 120, height: 40)) throws {
    self.init(scene: try SceneFiles.scene(text: text), path: "test.txt", size: size)
  }

  /// Presses keys one after the other; the effects of the last one.
  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    var effects: [Effect] = []
    for key in keys { effects = update(.keyPressed(key)) }
    return effects
  }

  /// Types text, a key a character.
  mutating func type(_ text: String) {
    for character in text { _ = update(.keyPressed(.character(character))) }
  }

  var screenText: String { view(size: screen.size).text }

  var lesson: Lesson? {
    if case .lesson(let lesson) = stage { return lesson }
    return nil
  }
}
