import Autograd
import Playback
import RandomNumbers
import SceneLanguage
import Testing

struct EditorTests {
  @Test func `an edit changes only the characters of its number`() throws {
    var editor = try Editor(reading: "x = 2   # two\nL = 5 * x\n")
    let change = try editor.edit(editor.node("x"), to: " -1e-3 ").get()
    #expect(editor.scene.source.text == "x = -1e-3   # two\nL = 5 * x\n")
    #expect(change.oldValue == 2)
    #expect(change.newValue == -1e-3)
    #expect(editor.run.values == [-1e-3, 5, -5e-3])
  }

  @Test func `a scene that is not what its file holds counts as edited`() throws {
    let text = "x = 3\nL = x\n"
    let scene = try Scene.reading(text)
    #expect(!Editor(scene: scene).isModified)
    #expect(!Editor(scene: scene, savedText: text).isModified)
    #expect(Editor(scene: scene, savedText: "x = 2\nL = x\n").isModified)
  }

  @Test(arguments: [
    ("x = 2\nL = x^2", "2", "pi/2", "L = x^1.5707963267948966"),
    ("x = 2\nL = 2^x", "2", "-3", "L = (-3)^x"),
    ("x = 2\nL = x - 2", "2", "-3", "L = x - (-3)"),
    ("x = 2\nL = 2 * x", "2", "1 + 1/2", "L = 1.5 * x"),
  ])
  func `a constant inside an expression takes any constant expression`(
    text: String, label: String, typed: String, expected: String
  ) throws {
    var editor = try Editor(reading: text)
    let constant = try #require(
      editor.scene.graph.nodes.first { editor.run.labels.isNumber($0) })
    _ = try editor.edit(constant, to: typed).get()
    #expect(editor.scene.source.text.split(separator: "\n")[1] == expected)
  }

  @Test(arguments: [
    ("b", "3", "b is computed from w and x; edit those"),
    ("c", "3", "c is computed from w; edit that"),
    ("w", "", "type a number or a constant expression such as pi/2"),
    ("w", "x", "only a number, or a formula without names such as pi/2, can stand here"),
    ("w", "2 # new", "'2 # new' is not a constant expression such as 2 or pi/2"),
    ("w", "2\ny = 3", "'2\ny = 3' is not a constant expression such as 2 or pi/2"),
  ])
  func `what cannot be done says why and changes nothing`(
    name: String, typed: String, message: String
  ) throws {
    var editor = try Editor(reading: "w = 1\nx = 2\nb = w * x\nc = exp(w)\nL = b + c\n")
    let before = editor.scene.source
    guard case .failure(let mistake) = editor.edit(try editor.node(name), to: typed) else {
      Issue.record("the edit went through")
      return
    }
    #expect(mistake.message == message)
    #expect(editor.scene.source == before)
    #expect(!editor.canUndo && !editor.isModified)
  }

  @Test(arguments: [
    ("2", 0.01, "2.02"), ("2", -0.01, "1.98"), ("-2", 0.1, "-1.8"), ("0", 0.1, "0.1"),
    ("0", -0.01, "-0.01"), ("0.1", 0.01, "0.101"), ("1e-05", 0.1, "1.1e-05"),
    ("1/3", 0.01, "0.336666666667"), ("1e300", 0.1, "1.1e+300"), ("123456", 0.01, "124690.56"),
  ])
  func `a nudge leaves a number a person would write`(
    text: String, fraction: Double, expected: String
  ) throws {
    var editor = try Editor(reading: "x = \(text)\nL = x * x\n")
    _ = try editor.nudge(editor.node("x"), by: fraction).get()
    #expect(editor.scene.source.text == "x = \(expected)\nL = x * x\n")
  }

  @Test func `a nudge out of the finite numbers is refused`() throws {
    var editor = try Editor(reading: "x = 1.7e308\nL = x\n")
    guard case .failure(let mistake) = editor.nudge(try editor.node("x"), by: 0.1) else {
      Issue.record("the nudge went through")
      return
    }
    #expect(mistake == .notFinite("x"))
  }

  @Test func `edits and undos in any order walk one exact history`() throws {
    var random = SplitMix64(seed: 12)
    var editor = try Editor(reading: "# title\nx = 2\nw = -0.5 # w\nL = x^2 * w - 3 * x\n")
    let leaves = editor.scene.graph.nodes.filter { editor.scene.graph.operation(of: $0).isLeaf }
    var history = [editor.scene.source.text]
    var position = 0
    for _ in 0..<200 {
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        #expect((editor.undo() != nil) == (position > 0))
        position = max(position - 1, 0)
      case 1:
        #expect((editor.redo() != nil) == (position < history.count - 1))
        position = min(position + 1, history.count - 1)
      default:
        let leaf = leaves[Int.random(in: 0..<leaves.count, using: &random)]
        let typed = ["-7", "1e-3", "pi", "2.5", "sqrt(2)"][Int.random(in: 0..<5, using: &random)]
        _ = try editor.edit(leaf, to: typed).get()
        history = Array(history[...position]) + [editor.scene.source.text]
        position += 1
      }
      #expect(editor.scene.source.text == history[position])
      #expect(editor.isModified == (history[position] != history[0]))
      #expect(editor.canUndo == (position > 0))
      #expect(editor.canRedo == (position < history.count - 1))
    }
  }

  @Test func `a change says which boxes changed`() throws {
    var editor = try Editor(reading: "x = 2\nw = 3\na = x * w\naside = w + 1\nL = a + x\n")
    let change = try editor.edit(editor.node("x"), to: "4").get()
    let names = ["x", "w", "a", "aside", "L"]
    #expect(
      try names.filter { change.changed(.data, of: try editor.node($0)) } == ["x", "a", "L"])
    #expect(try names.filter { change.changed(.grad, of: try editor.node($0)) } == ["w"])
  }

  @Test func `the wiggle is gradient times change beside the true change`() throws {
    var editor = try Editor(reading: "x = 3\nL = x^2\n")
    let change = try editor.nudge(editor.node("x"), by: 0.01).get()
    let wiggle = try #require(change.wiggle)
    #expect(abs(wiggle.predicted - 0.18) < 1e-12)
    #expect(abs(wiggle.actual - 0.1809) < 1e-12)
  }

  @Test func `a constant has no gradient and so no prediction`() throws {
    var editor = try Editor(reading: "x = 3\nL = 2 * x\n")
    let constant = try #require(
      editor.scene.graph.nodes.first { editor.run.labels.isNumber($0) })
    #expect(try editor.edit(constant, to: "5").get().wiggle == nil)
  }

  @Test func `a chosen output stays chosen over edits and reloads`() throws {
    var editor = try Editor(reading: "x = 3\na = x * x\nL = a + x\n")
    editor.setOutput(try editor.node("a"))
    _ = try editor.edit(editor.node("x"), to: "4").get()
    #expect(editor.run.output == (try editor.node("a")))
    #expect(editor.run.gradients[0] == 8)
    let mistakes = editor.reload(Source(name: "t", text: "k = 1\nx = 3\na = x * x\nL = a + k\n"))
    #expect(mistakes.isEmpty)
    #expect(editor.run.output == (try editor.node("a")))
  }

  @Test func `a text with mistakes on disk leaves everything as it was`() throws {
    var editor = try Editor(reading: "x = 3\nL = x * x\n")
    _ = try editor.edit(editor.node("x"), to: "4").get()
    let mistakes = editor.reload(Source(name: "t", text: "x = 3\nL = x * y\n"))
    #expect(mistakes.count == 1)
    #expect(editor.scene.source.text == "x = 4\nL = x * x\n")
    #expect(editor.wouldOverwriteRefusedText)
    #expect(editor.isModified)
    editor.markSaved()
    #expect(!editor.wouldOverwriteRefusedText && !editor.isModified)
  }

  @Test func `taking over the disk drops no edit that undo cannot bring back`() throws {
    var editor = try Editor(reading: "x = 3\nL = x * x\n")
    let disk = Source(name: "t", text: "x = 3\ny = 1\nL = x * x + y\n")
    #expect(!editor.wouldLoseEdits(taking: disk))
    _ = try editor.edit(editor.node("x"), to: "4").get()
    #expect(editor.wouldLoseEdits(taking: disk))
    #expect(editor.reload(disk).isEmpty)
    #expect(editor.scene.source == disk)
    #expect(!editor.isModified)
    #expect(editor.undo() != nil)
    #expect(editor.scene.source.text == "x = 4\nL = x * x\n")
    #expect(editor.isModified)
  }
}
