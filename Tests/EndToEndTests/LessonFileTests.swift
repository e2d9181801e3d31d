import CPTY
import Foundation
import Testing

/// A file that changes while its lesson is open, and the places a scene comes from.
@Suite struct LessonFileTests {
  @Test func `a file that changes on disk is read again at the same step`() throws {
    let scene = try TemporaryScene()
    let session = try Session(scene)
    for step in 1...3 { try session.press("n", untilStep: step) }
    try scene.write(TemporaryScene.small.replacingFirst("0.5", with: "0.125"))
    try session.wait(until: "the new text") { $0.bottom.contains("Read again") }
    #expect(session.text.contains("0.125"))
    #expect(session.isAt(step: 3))
  }

  @Test func `mistakes on disk are shown over the picture, until they are gone`() throws {
    let scene = try TemporaryScene()
    let session = try Session(scene)
    try scene.write(TemporaryScene.small.replacingFirst("x * w", with: "x * nobody"))
    try session.wait(until: "the mistake") {
      $0.text.contains("small.txt:4:9: error:") && $0.text.contains("nobody")
    }
    try scene.write(TemporaryScene.small.replacingFirst("0.5", with: "0.125"))
    try session.wait(until: "the lesson") {
      !$0.text.contains("error:") && $0.text.contains("0.125")
    }
  }

  @Test(arguments: [("t", "w = 0.125", "0.125"), ("\u{1b}", "w = 0.125", "w = 7")])
  func `unsaved edits are not lost to a change on disk without a question`(
    answer: String, onDisk: String, shown: String
  ) throws {
    let scene = try TemporaryScene()
    let session = try Session(scene)
    try session.select("w")
    try session.edit(to: "7")
    try scene.write(TemporaryScene.small.replacingFirst("w = 0.5", with: onDisk))
    try session.wait(until: "the question") { $0.text.contains("The file changed on disk") }
    session.send(answer)
    try session.wait(until: "the chosen text") {
      !$0.text.contains("The file changed on disk") && $0.text.contains(shown)
    }
    #expect(scene.text.contains(onDisk))
  }

  @Test func `the picker opens the scene that is chosen`() throws {
    let session = try Session(arguments: [])
    #expect(session.text.contains("choose a scene") && session.text.contains("chain"))
    session.pressInTurn(.down, .down, .up)
    session.press(.enter)
    try session.wait(until: "a lesson") { $0.isAt(step: 0) }
    try session.press("n", untilStep: 1)
  }

  @Test func `a scene from a pipe is stepped by the keys of the terminal`() throws {
    var ends: [Int32] = [0, 0]
    #expect(cpty_pipe(&ends))
    let text = Array(TemporaryScene.small.utf8)
    #expect(write(ends[1], text, text.count) == text.count)
    close(ends[1])
    let session = try Session(
      Program(arguments: ["-"]), streams: cpty_streams(input: ends[0], output: -1, errors: -1))
    close(ends[0])
    try session.wait(until: "the first picture", \.hasPicture)
    try session.press("n", untilStep: 1)
    try session.press("w", until: "a reason") { $0.contains("This scene has no file") }
  }

  @Test(arguments: [[], ["view"]])
  func `a pipe gets the finished picture`(subcommand: [String]) throws {
    let scene = try TemporaryScene()
    let result = try Program(arguments: subcommand + [scene.path]).output()
    #expect(result.ending == .exited(0))
    #expect(result.text.contains("grad  1.5") && !result.text.contains("\u{1b}"))
  }
}
