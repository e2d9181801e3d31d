import Autograd
import CellGrid
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

struct LessonEditingTests {
  private let text = "x = 2\nw = 0.5\nL = w * x^2\n"

  private func overlay(_ model: Model) -> Lesson.Overlay? { model.lesson?.overlay }

  @Test func `an edit takes a constant expression and keeps cursor and selection`() throws {
    var model = try Model(text: text)
    model.press(.character("c"), .tab)
    let before = try #require(model.lesson)
    model.press(.character("e"), .control("u"))
    model.type("pi/2")
    model.press(.enter)
    let after = try #require(model.lesson)
    #expect(after.run.values[before.selected.index] == Double.pi / 2)
    #expect(after.editor.scene.source.text.contains("= pi/2\n"))
    #expect(after.player.cursor == before.player.cursor)
    #expect(after.selected == before.selected)
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func `an edit gives nothing away that the lesson has not computed yet`(size: Size) throws {
    var model = try Model(text: text, size: size)
    func shows(_ word: String) -> Bool { model.screenText.contains(word) }
    model.press(.character("]"))
    #expect(shows("2.02") && !shows("predicted") && !shows("true"))
    model.press(.character("c"), .character("]"))
    #expect(!shows("predicted") && shows("true"))
    model.press(.end, .character("]"))
    #expect(shows("predicted") && shows("true"))
  }

  @Test func `what is no number keeps the prompt open and says why`() throws {
    var model = try Model(text: text)
    model.press(.character("n"), .character("e"), .control("u"))
    model.type("2 +")
    model.press(.enter)
    let lesson = try #require(model.lesson)
    guard case .value(_, let prompt) = lesson.entry else {
      Issue.record("the prompt is closed")
      return
    }
    #expect(prompt.text == "2 +")
    #expect(prompt.mistake != nil)
    #expect(lesson.editor.scene.source.text == text)
  }

  @Test func `what was typed and left comes back`() throws {
    var model = try Model(text: text)
    model.press(.character("n"), .character("e"), .control("u"))
    model.type("1e-3")
    model.press(.escape, .character("e"))
    guard case .value(_, let prompt) = model.lesson?.entry else {
      Issue.record("the prompt is closed")
      return
    }
    #expect(prompt.text == "1e-3")
  }

  @Test func `a prompt follows its node when the file changes under it`() throws {
    var model = try Model(text: text)
    model.press(.character("/"))
    model.type("w")
    model.press(.enter, .character("e"), .control("u"))
    model.type("99")
    _ = model.update(.sceneRead(path: "test.txt", text: "q = 7\n" + text))
    model.press(.enter)
    #expect(model.lesson?.editor.scene.source.text == "q = 7\nx = 2\nw = 99\nL = w * x^2\n")
  }

  @Test func `a prompt whose node is gone is closed, and what was typed is shown`() throws {
    var model = try Model(text: text)
    model.press(.character("/"))
    model.type("w")
    model.press(.enter, .character("e"), .control("u"))
    model.type("99 + 1")
    _ = model.update(.sceneRead(path: "test.txt", text: "x = 2\n"))
    #expect(model.lesson?.entry == nil)
    #expect(model.screenText.contains("99 + 1"))
  }

  @Test func `a search goes on in the scene that was read again`() throws {
    var model = try Model(text: text)
    model.press(.character("/"))
    model.type("L")
    _ = model.update(.sceneRead(path: "test.txt", text: "L = 2\n"))
    model.press(.tab, .tab, .enter)
    #expect(model.lesson?.selected == NodeID(0))
  }

  @Test func `a breakpoint without a name stays when another node becomes the output`() throws {
    var model = try Model(text: text)
    model.press(.character("/"))
    model.type("v3")
    model.press(.enter, .character("b"))
    let stop = try #require(model.lesson?.player.breakpoints.first)
    #expect(model.lesson?.run.scene.details[stop.index].name == nil)
    model.press(.character("/"))
    model.type("x")
    model.press(.enter, .character("o"))
    #expect(model.lesson?.player.breakpoints == [stop])
  }

  @Test func `a change on disk ends the report of the edit before it`() throws {
    var model = try Model(text: text)
    model.press(.character("n"), .character("]"))
    #expect(model.lesson?.change != nil)
    _ = model.update(.sceneWritten)
    _ = model.update(.sceneRead(path: "test.txt", text: "x = 1\nw = 0.5\nL = w * x^2\n"))
    #expect(model.lesson?.change == nil)
  }

  @Test func `a pasted book does not stop the prompt`() throws {
    var model = try Model(text: text)
    model.press(.character("n"), .character("e"))
    _ = model.update(.pasted(String(repeating: "1 + ", count: 200_000)))
    #expect(model.screenText.contains("1 + 1 + "))
    guard case .value(_, let prompt) = model.lesson?.entry else {
      Issue.record("the prompt is closed")
      return
    }
    #expect(prompt.characters.count == Prompt.longest)
  }

  @Test func `a screen too small for a picture still asks before edits are lost`() throws {
    var model = try Model(text: text)
    model.press(.character("n"), .character("]"))
    _ = model.update(.resized(Size(width: 20, height: 5)))
    #expect(model.screenText.hasPrefix("too small: 24x8 at\nleast; q quits"))
    #expect(model.press(.character("n"), .character("q")) == [])
    #expect(model.screenText.hasPrefix("unsaved edits\nw write and quit"))
    #expect(model.press(.escape) == [])
    _ = model.update(.resized(Size(width: 10, height: 2)))
    #expect(model.press(.character("q"), .character("d")) == [])
    _ = model.update(.resized(Size(width: 20, height: 5)))
    #expect(model.press(.character("d")) == [.quit])
    _ = model.update(.resized(Size(width: 80, height: 24)))
    model.press(.escape, .character("u"))
    _ = model.update(.resized(Size(width: 40, height: 3)))
    #expect(model.screenText.contains("q quits"))
    #expect(model.press(.character("q")) == [.quit])
  }

  @Test func `quitting with edits asks, and writes before it quits`() throws {
    var model = try Model(text: text)
    model.press(.character("n"), .character("]"))
    #expect(model.press(.character("q")) == [])
    #expect(overlay(model) == .question(.unsavedEdits))
    let written = "x = 2.02\nw = 0.5\nL = w * x^2\n"
    #expect(model.press(.character("w")) == [.writeScene(path: "test.txt", text: written)])
    #expect(model.update(.sceneWritten) == [.quit])
  }

  @Test func `a failed write keeps the edits and does not quit`() throws {
    var model = try Model(text: text)
    model.press(.character("n"), .character("]"), .character("q"), .character("w"))
    #expect(model.update(.effectFailed("The disk is full.")) == [])
    #expect(model.lesson?.editor.isModified == true)
    #expect(model.lesson?.notice?.text == "The disk is full.")
  }

  @Test func `edits kept against a changed file are not written over it without a question`() throws
  {
    var model = try Model(text: text)
    model.press(.character("n"), .character("]"))
    let disk = "x = 5\nw = 0.5\nL = w * x^2\n"
    _ = model.update(.sceneRead(path: "test.txt", text: disk))
    #expect(overlay(model) == .question(.changedOnDisk(text: disk)))
    model.press(.escape)
    #expect(model.press(.character("w")) == [])
    #expect(overlay(model) == .question(.overwrite))
    #expect(model.press(.character("w")).count == 1)
  }

  @Test func `a file with mistakes is shown over the old picture, and mended takes its place`()
    throws
  {
    var model = try Model(text: text)
    model.press(.character("c"))
    _ = model.update(.sceneRead(path: "test.txt", text: "x = 2\nL = sigmod(x)\n"))
    guard case .mistakes(let lines) = overlay(model) else {
      Issue.record("the mistakes are not shown")
      return
    }
    #expect(lines.joined().contains("no name 'sigmod' here"))
    #expect(model.lesson?.run.scene.source.text == text)
    _ = model.update(.sceneRead(path: "test.txt", text: "x = 2\nL = sigmoid(x)\n"))
    #expect(overlay(model) == nil)
    #expect(model.lesson?.run.scene.graph.count == 2)
  }

  @Test func `what is said about a text on disk goes with that text`() throws {
    var model = try Model(text: text)
    _ = model.update(.sceneRead(path: "test.txt", text: "x = "))
    guard case .mistakes = overlay(model) else {
      Issue.record("the mistakes are not shown")
      return
    }
    _ = model.update(.sceneRead(path: "test.txt", text: text))
    #expect(overlay(model) == nil)
    model.press(.character("n"), .character("]"))
    _ = model.update(.sceneRead(path: "test.txt", text: "x = 5\nL = x^2\n"))
    let edited = try #require(model.lesson?.run.scene.source.text)
    _ = model.update(.sceneRead(path: "test.txt", text: edited))
    #expect(overlay(model) == nil)
    #expect(model.lesson?.editor.isModified == false)
  }

  @Test func `a name that changed on disk changes in its box`() throws {
    var model = try Model(text: text)
    _ = model.update(.sceneRead(path: "test.txt", text: "x = 2\nu = 0.5\nL = u * x^2\n"))
    #expect(model.lesson?.picture.boxes[1].title == "u")
  }

  @Test func `a computed node says what to edit instead`() throws {
    var model = try Model(text: text)
    model.press(.end, .character("/"), .character("L"), .enter, .character("e"))
    #expect(model.lesson?.entry == nil)
    #expect(model.lesson?.notice?.text.contains("computed from x and w") == true)
  }

  @Test func `the output that was chosen stays through an edit`() throws {
    var model = try Model(text: text)
    model.press(.character("/"), .character("x"), .enter, .character("o"))
    model.press(.character("]"))
    #expect(model.lesson?.run.output == NodeID(0))
  }
}
