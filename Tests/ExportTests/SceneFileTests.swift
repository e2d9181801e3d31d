import Autograd
import Export
import Playback
import SceneLanguage
import Testing

struct SceneFileTests {
  @Test func `there are scenes to test`() {
    #expect(SceneFile.all.count >= 19)
  }

  @Test(arguments: SceneFile.all)
  func `a scene has a title, notes and numbers it vouches for`(file: SceneFile) throws {
    let scene = try scene(file.text, named: file.name)
    #expect(!scene.title.isEmpty)
    #expect(!scene.introduction.isEmpty)
    #expect(scene.statements.contains { $0.note != nil })
    #expect(scene.expectations.contains { $0.isGradient })
    #expect(scene.expectations.contains { !$0.isGradient })
    #expect(CheckReport(run: Run(scene: scene)).passed)
  }

  /// Every digit counts: none of them is beyond what the tolerance can tell.
  @Test(arguments: SceneFile.all)
  func `changing any expected digit by one makes the check fail and say which line`(
    file: SceneFile
  ) throws {
    // A scene of thousands of numbers takes a second for each digit.
    guard try scene(file.text, named: file.name).graph.elementCount < 500 else { return }
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The elements of a tensor share a tolerance, whatever their first digits are.
    for (index, line) in lines.enumerated() where line.hasPrefix("expect ") && !line.contains("[") {
      for changed in Self.withOneDigitChanged(line) {
        var mutated = lines
        mutated[index] = changed
        let run = Run(scene: try scene(mutated.joined(separator: "\n"), named: file.name))
        let report = CheckReport(run: run)
        #expect(!report.passed, "\(changed)")
        let text = written { report.writeText(to: &$0) }
        #expect(text.contains("  line \(index + 1): "), "\(changed)")
      }
    }
  }

  /// Every variant of an `expect` line in which one digit of the stated number is one more.
  private static func withOneDigitChanged(_ line: String) -> [String] {
    let end = line.firstIndex(of: ",") ?? line.endIndex
    guard let sign = line.firstIndex(of: "=") else { return [] }
    return line[sign..<end].indices.compactMap { index in
      guard let digit = line[index].wholeNumberValue else { return nil }
      var changed = line
      changed.replaceSubrange(index...index, with: String((digit + 1) % 10))
      return changed
    }
  }
}
