import ArgumentParser

extension ExitCode {
  static let checkFailed = ExitCode(1)
  static let sceneHasMistakes = ExitCode(65)
  static let sceneCannotBeRead = ExitCode(66)
  static let defect = ExitCode(70)
}
