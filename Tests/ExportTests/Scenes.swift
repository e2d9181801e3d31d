import Export
import Foundation
import Playback
import SceneLanguage
import Testing

/// A scene that has to be one.
func scene(_ text: String, named name: String = "test.txt") throws -> Scene {
  let source = Source(name: name, text: text)
  switch Scene.load(source) {
  case .scene(let scene): return scene
  case .mistakes(let mistakes):
    Issue.record("\(mistakes.map { $0.rendered(in: source) }.joined(separator: "\n"))")
    throw CancellationError()
  }
}

func run(_ text: String, named name: String = "test.txt") throws -> Run {
  Run(scene: try scene(text, named: name))
}

/// What a report writes.
func written(_ write: (inout String) -> Void) -> String {
  var text = ""
  write(&text)
  return text
}

/// A scene of the source tree.
struct SceneFile: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String

  var testDescription: String { name }

  static let all: [SceneFile] = {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("scenes")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
        .map { SceneFile(name: name, text: $0) }
    }
  }()
}
