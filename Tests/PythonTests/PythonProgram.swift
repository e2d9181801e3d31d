import Export
import Foundation
import Playback
import SceneLanguage
import Testing

/// An exported program and what is to be known about it when it fails.
struct PythonProgram: Sendable {
  let name: String
  var text: String

  init(_ run: Run, named name: String, library: PythonLibrary) {
    self.name = name
    text = ""
    PythonReport(run: run, library: library).write(to: &text)
  }

  struct Outcome: Decodable {
    let path: String
    let status: Int
    let said: String
  }

  /// Runs the programs in one process of Python, in their order.
  static func run(_ programs: [PythonProgram]) throws -> [Outcome] {
    let environment = try #require(PythonEnvironment.shared)
    let runner = PythonEnvironment.root.appendingPathComponent("Tests/PythonTests/run_programs.py")
    return try Command.withTemporaryFolder { folder in
      let files = programs.indices.map { folder.appendingPathComponent("program\($0).py") }
      for (program, file) in zip(programs, files) {
        try program.text.write(to: file, atomically: false, encoding: .utf8)
      }
      let outcome = try Command.run(
        environment.python.path, [runner.path], input: files.map(\.path).joined(separator: "\n"))
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try outcome.output.split(separator: "\n").map {
        try JSONDecoder().decode(Outcome.self, from: Data($0.utf8))
      }
    }
  }

  /// Runs the programs and holds every one to its promise.
  static func expectAgreement(_ programs: [PythonProgram]) throws {
    let outcomes = try run(programs)
    #expect(outcomes.count == programs.count)
    for (program, outcome) in zip(programs, outcomes) {
      #expect(outcome.status == 0, "\(program.name): \(outcome.said)")
      #expect(outcome.said.hasSuffix(" gradients agree\n"), "\(program.name)")
    }
  }
}

/// A run of a scene that has to be one.
func run(_ text: String, named name: String = "test.txt") throws -> Run {
  let source = Source(name: name, text: text)
  switch Scene.load(source) {
  case .scene(let scene): return Run(scene: scene)
  case .mistakes(let mistakes):
    Issue.record("\(mistakes.map { $0.rendered(in: source) }.joined(separator: "\n"))")
    throw CancellationError()
  }
}

/// The scenes of a folder of the source tree, by name.
func sceneFiles(in folder: String = "scenes") throws -> [(name: String, text: String)] {
  let folder = PythonEnvironment.root.appendingPathComponent(folder)
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  return try names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
    (name, try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
  }
}
