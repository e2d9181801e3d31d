import CellGrid
import Foundation
import GraphLayout
import PictureReading
import Testing

/// Drawings kept as text beside the tests, to be looked at.
///
/// A drawing that changed is written again when `BACKPROP_TUI_GOLDENS=write` is set.
struct GoldenTests {
  @Test(arguments: NamedGraph.all)
  func `a named graph is drawn as it was`(graph: NamedGraph) throws {
    let picture = graph.diagram.laidOut().picture(titles: graph.titles) + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(components: "Goldens", graph.name + ".txt")
    if ProcessInfo.processInfo.environment["BACKPROP_TUI_GOLDENS"] == "write" {
      try picture.write(to: file, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(golden == picture, "\(graph.name) is now drawn as\n\(picture)")
  }
}
