import Foundation
import Testing

/// Changing numbers in the picture and in the file.
@Suite struct LessonEditingTests {
  @Test func `an edit takes any constant expression and recomputes`() throws {
    let session = try Session(try TemporaryScene())
    session.press(.end)
    try session.select("w")
    try session.edit(to: "pi/2")
    try session.wait(until: "pi/2 and 2 · pi/2") {
      $0.text.contains("1.571") && $0.text.contains("5.142")
    }
    #expect(session.isAt(step: 13))
    try session.edit(to: "-1e-3")
    try session.wait(forText: "-0.001")
    #expect(session.emulator.line(0).contains("(edited)"))
  }

  @Test func `what cannot be read stays in the prompt with a reason, and Esc keeps it`() throws {
    let session = try Session(try TemporaryScene())
    try session.select("w")
    try session.edit(to: "2 *")
    let refused = session.bottom
    #expect(refused.hasPrefix(" w = 2 *"))
    #expect(!refused.contains("Enter takes it"))
    session.press(.escape)
    try session.wait(until: "nothing lost") { $0.bottom.contains("brings back what you typed") }
    try session.press("e", until: "the draft") { _ in session.bottom.hasPrefix(" w = 2 *") }
    #expect(!session.emulator.line(0).contains("(edited)"))
  }

  @Test(arguments: ["[", "]", "{", "}"] as [Keystroke])
  func `a nudge shows what the gradient predicted beside what happened`(key: Keystroke) throws {
    let session = try Session(try TemporaryScene())
    session.press(.end)
    try session.select("w")
    session.press(key)
    try session.wait(until: "prediction and truth") {
      $0.text.contains("predicted ΔL") && $0.text.contains("true ΔL")
    }
    #expect(session.isAt(step: 13))
  }

  @Test func `undo and redo give the very same screens`() throws {
    let session = try Session(try TemporaryScene())
    session.press(.end)
    try session.select("w")
    // Any key takes away what the search said.
    session.pressInTurn(.control("l"))
    let before = session.text
    try session.edit(to: "3")
    session.press(.escape)
    session.settle(milliseconds: 60)
    let after = session.text
    #expect(after != before)
    session.pressInTurn("u", .escape)
    try session.wait(until: "the screen before") { $0.text == before }
    session.pressInTurn(.control("r"), .escape)
    try session.wait(until: "the screen after") { $0.text == after }
  }

  @Test func `w writes the literal's characters and nothing else`() throws {
    let scene = try TemporaryScene()
    try scene.setPermissions(0o640)
    let link = try scene.link("link.txt")
    let session = try Session(arguments: [link], columns: 120, rows: 40)
    try session.select("x")
    try session.edit(to: "pi / 4")
    session.press("w")
    try session.wait(until: "the word") { $0.bottom.contains("Written to") }
    #expect(
      scene.text == TemporaryScene.small.replacingFirst("x = 2 ", with: "x = pi / 4 "))
    #expect(scene.permissions == 0o640)
    #expect(TemporaryScene.isLink(link))
    session.press("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func `E opens the editor at the line and reads what it wrote`() throws {
    let scene = try TemporaryScene()
    let editor = try scene.script(
      "echo \"$1\" > '\(scene.folder)/line'; sed -i 's/w = 0.5/w = 0.25/' \"$2\"")
    let session = try Session(scene, environment: ["EDITOR": editor, "VISUAL": nil])
    try session.press(.end, untilStep: 13)
    try session.select("w")
    session.press("E")
    try session.wait(until: "the new value, at the same step") {
      $0.text.contains("0.25") && $0.isAt(step: 13)
    }
    #expect(session.emulator.isAlternateScreen && session.emulator.isPasteBracketed)
    #expect(try TemporaryScene.contents(of: scene.folder + "/line") == "+3\n")
  }

  @Test func `q with unsaved edits asks, and every answer does what it says`() throws {
    for (answer, isWritten) in [("w", true), ("d", false)] {
      let scene = try TemporaryScene()
      let session = try Session(scene)
      try session.select("w")
      try session.edit(to: "7")
      try session.press("q", until: "the question") { $0.contains("not written to the file") }
      session.press(.escape)
      try session.wait(until: "the lesson") { !$0.text.contains("not written to the file") }
      try session.press("q", until: "the question") { $0.contains("not written to the file") }
      session.send(answer)
      #expect(try session.waitForEnd() == .exited(0))
      #expect(session.isRestored)
      #expect(scene.text.contains("w = 7") == isWritten)
    }
  }
}

extension String {
  func replacingFirst(_ old: String, with new: String) -> String {
    guard let range = range(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }
}
