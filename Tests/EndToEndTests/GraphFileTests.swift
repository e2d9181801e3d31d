import Foundation
import Testing

/// A lesson about a graph that another program wrote down.
@Suite struct GraphFileTests {
  private static let graph = """
    {"nodes": [{"id": 0, "name": "x", "operation": "input", "value": 3},
      {"id": 1, "name": "L", "operation": "multiply", "operands": [0, 0], "value": 9}]}
    """
  private static let scene =
    "# A graph from graph.json\n\nx = 3\nL = x * x\noutput L\n\nexpect L = 9\n"

  @Test func `a graph is written beside its file, as a scene, and then is that scene`() throws {
    let file = try TemporaryScene(Self.graph, name: "graph.json")
    let session = try Session(file)
    try session.press("E", until: "a reason") { $0.contains("Write the scene first (w)") }
    try session.press("w", until: "the new file") {
      $0.contains("Written to \(file.folder)/graph.txt")
    }
    #expect(try TemporaryScene.contents(of: file.folder + "/graph.txt") == Self.scene)
    try session.select("x")
    try session.edit(to: "4")
    try session.press("w", until: "the edit") { $0.contains("Written to") }
    let edited = Self.scene.replacingFirst("x = 3", with: "x = 4")
    #expect(try TemporaryScene.contents(of: file.folder + "/graph.txt") == edited)
    #expect(file.text == Self.graph)
  }

  @Test func `a scene that is there already is not written over`() throws {
    let file = try TemporaryScene(Self.graph, name: "graph.json")
    let other = try TemporaryScene(TemporaryScene.small)
    try FileManager.default.moveItem(atPath: other.path, toPath: file.folder + "/graph.txt")
    let session = try Session(file)
    try session.select("x")
    try session.edit(to: "4")
    session.press("q")
    try session.wait(until: "the question") { $0.text.contains("not written to the file") }
    try session.press("w", until: "the refusal") {
      $0.contains("is there already and was not read")
    }
    #expect(try TemporaryScene.contents(of: file.folder + "/graph.txt") == TemporaryScene.small)
    #expect(file.text == Self.graph)
  }
}
