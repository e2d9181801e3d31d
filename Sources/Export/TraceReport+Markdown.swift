import Playback
import SceneLanguage

extension TraceReport {
  /// A page to hand out: a heading for each phase, the notes as quotations, the steps as a
  /// numbered list.
  package func writeMarkdown(to stream: inout some TextOutputStream) {
    stream.write("# \(Self.escaped(run.scene.heading))\n\n")
    for line in run.scene.introduction { stream.write("\(Self.escaped(line.sanitized))\n") }
    var isInList = false
    forEachPart { part in
      switch part {
      case .phase(let phase):
        stream.write("\n## \(phase.rawValue.prefix(1).uppercased())\(phase.rawValue.dropFirst())\n")
        isInList = false
      case .note(let lines):
        stream.write("\n")
        for line in lines { stream.write("> \(Self.escaped(String(line)))\n") }
        isInList = false
      case .step(let step, let text):
        stream.write("\(isInList ? "" : "\n")\(step.index + 1). `\(text)`\n")
        isInList = true
      }
    }
  }

  /// The text with a backslash before everything Markdown would take for markup.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\`*_{}[]<>#|".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
