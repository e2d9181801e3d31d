import ArgumentParser
import Playback
import SceneLanguage
import Terminal

/// The file that `train --write` puts the scene into, with what was learnt.
struct LearntFile {
  let path: String
  private let options: LoadOptions
  /// The scene's own file, where that is to be replaced.
  private let original: SceneFile?

  /// Refuses before training what could not be written after it.
  init(_ path: String, of reading: SceneReading, for training: Training) throws {
    self.path = path
    options = reading.loadOptions
    original = reading.file.flatMap { $0.path == path ? $0 : nil }
    if let refusal = training.obstacle(toWriting: options) {
      throw Self.refused(refusal, reading.scene)
    }
    try Self.trying { () throws(SceneFileError) in try SceneFile.demandWritable(path) }
  }

  /// Writes the whole text at once, and warns of what it states about the values before.
  func write(_ training: Training) throws {
    switch training.learntScene(options: options) {
    case .failure(let refusal): throw Self.refused(refusal, training.scene)
    case .success(let scene):
      try Self.trying { () throws(SceneFileError) in try replace(with: scene.source.text) }
      if training.hasLearnt { warn(of: scene.expectations.map(\.line)) }
    }
  }

  private func replace(with text: String) throws(SceneFileError) {
    if let original, try SceneFile.read(path, limit: options.maximumBytes).text != original.text {
      throw .failed(path, doing: "writing", because: "another program has changed it meanwhile")
    }
    _ = try SceneFile.write(text, to: path)
  }

  private func warn(of lines: [Int]) {
    guard let first = lines.first else { return }
    let count = lines.count - 1
    let others = count == 0 ? "" : count == 1 ? ", and so is 1 more" : ", and so are \(count) more"
    StandardError.write(
      "\(path.sanitized):\(first): warning: this expectation is of the values before training"
        + others + "\n")
  }

  private static func refused(_ refusal: EditRefusal, _ scene: Scene) -> ExitCode {
    StandardError.write(
      "\(scene.source.name.sanitized): error: \(refusal.reason); nothing was written\n")
    return .sceneHasMistakes
  }

  private static func trying(_ body: () throws(SceneFileError) -> Void) throws {
    do throws(SceneFileError) {
      try body()
    } catch {
      StandardError.write("\(error.description.sanitized)\n")
      throw ExitCode.sceneCannotBeRead
    }
  }
}
