import Foundation
import SceneLanguage
import Testing

@testable import Visualizer

/// The README's lists are made from the tables they speak of.
///
/// `BACKPROP_TUI_GOLDENS=write swift test --filter ManualTests` writes the key table anew.
struct ManualTests {
  private static let readme = SceneFiles.folder.deletingLastPathComponent()
    .appending(path: "README.md")
  private static let start = "<!-- keys: made from KeyBinding+Table.swift -->\n"
  private static let end = "\n<!-- end of keys -->"

  @Test func `the README shows the table of keys as it is`() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let start = try #require(text.range(of: Self.start))
    let end = try #require(text.range(of: Self.end))
    let shown = text[start.upperBound..<end.lowerBound]
    if ProcessInfo.processInfo.environment["BACKPROP_TUI_GOLDENS"] == "write" {
      let written = text.replacingCharacters(
        in: start.upperBound..<end.lowerBound, with: KeyBinding.markdown)
      try written.write(to: Self.readme, atomically: true, encoding: .utf8)
    } else {
      #expect(shown == KeyBinding.markdown)
    }
  }

  @Test(arguments: SceneFiles.names)
  func `the README names every scene with its title`(name: String) throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let title = try SceneFiles.scene(name).title
    #expect(text.contains("| `\(name.dropLast(4))` | \(title) |"))
  }

  @Test func `the manual has a line for every key`() {
    for binding in KeyBinding.all { #expect(KeyBinding.manual.contains(binding.help)) }
  }
}
