import Autograd
import CellGrid
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

struct SearchTests {
  private let text = "x = 2\na = tanh(x)\nb = tanh(a)\nc = a * b\nL = tanh(c)\n"

  private func label(_ model: Model) -> String? {
    model.lesson.map { $0.run.labels[$0.selected] }
  }

  private func bottom(_ model: Model) -> String {
    model.screenText.split(separator: "\n").last.map(String.init) ?? ""
  }

  private func searching(_ query: String, from keys: Key...) throws -> Model {
    var model = try Model(text: text)
    for key in keys { model.press(key) }
    model.press(.character("/"))
    model.type(query)
    return model
  }

  @Test func `the prompt counts the matches and names the place among them`() throws {
    var model = try searching("tanh")
    #expect(bottom(model).contains("1/3"))
    model.press(.tab)
    #expect(bottom(model).contains("2/3"))
    #expect(label(model) == "b")
    model.press(.backTab, .backTab)
    #expect(bottom(model).contains("3/3"))
  }

  @Test func `before the gradients are there the prompt says that they come`() throws {
    var model = try searching("|grad|>0")
    #expect(bottom(model).contains("no match yet: gradients come later"))
    model = try searching("data>0", from: .character("n"))
    #expect(bottom(model).contains("1/1 so far"))
    model = try searching("data>1e9", from: .character("n"))
    #expect(bottom(model).contains("no match yet: values come later"))
    model = try searching("|grad|>0", from: .end)
    #expect(bottom(model).contains("1/5"))
    model = try searching("grad>1e9", from: .end)
    #expect(bottom(model).hasSuffix("no match"))
  }

  @Test func `half a comparison finds nothing, says what is missing, and stays open`() throws {
    var model = try searching("grad>", from: .end)
    #expect(bottom(model).contains("a number belongs after grad>"))
    #expect(model.lesson?.chosen == nil)
    model.press(.enter)
    #expect(model.lesson?.entry != nil)
    model.press(.escape)
    #expect(model.lesson?.entry == nil)
  }

  @Test func `after Enter the next and the previous match come, around the ends`() throws {
    var model = try searching("tanh")
    model.press(.enter)
    let walk = (0..<3).map { _ in
      model.press(.character(";"))
      return label(model)
    }
    #expect(walk == ["b", "L", "a"])
    #expect(model.lesson?.notice?.text == "1/3  tanh: a")
    model.press(.character(","))
    #expect(label(model) == "L")
    #expect(model.lesson?.notice?.text == "3/3  tanh: L")
  }

  @Test func `the next match is the one after the selection`() throws {
    var model = try searching("tanh")
    model.press(.enter, .character("/"))
    model.type("c")
    model.press(.enter, .character("/"))
    model.type("tanh")
    model.press(.enter, .character("g"), .character("s"), .tab, .tab, .tab)
    #expect(label(model) == "c")
    model.press(.character(","))
    #expect(label(model) == "b")
  }

  @Test func `the next match is looked for among the numbers known now`() throws {
    var model = try searching("grad=1")
    model.press(.enter, .character(";"))
    #expect(model.lesson?.notice?.text == "no match yet: gradients come later  grad=1")
    model.press(.end, .character(";"))
    #expect(label(model) == "L")
  }

  @Test func `without a search before, the keys say so`() throws {
    var model = try Model(text: text)
    for key in [";", ","] as [Character] {
      model.press(.character(key))
      #expect(model.lesson?.notice?.text == "Nothing was searched for yet; / searches.")
    }
  }

  @Test func `control characters and books are harmless`() throws {
    var model = try Model(text: text)
    model.press(.character("/"))
    _ = model.update(.pasted("a\u{1B}[2J\n\u{202E}b"))
    #expect(model.screenText.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    model.press(.enter, .character(";"))
    #expect(model.lesson?.notice?.text == "no match  a [2J \\u{202E}b")
    model.press(.character("/"))
    _ = model.update(.pasted(String(repeating: "grad>1 ", count: 2_000)))
    #expect(bottom(model).hasPrefix(" /"))
    _ = model.update(.pasted(String(repeating: "w", count: 10_000)))
    model.press(.escape)
  }

  @Test func `a search goes on with the names of the file that was read again`() throws {
    var model = try searching("x")
    model.press(.enter)
    _ = model.update(
      .sceneRead(
        path: "test.txt", text: "u = 2\na = tanh(u)\nx = tanh(a)\nc = a * x\nL = tanh(c)\n"))
    model.press(.character(";"))
    #expect(model.lesson?.selected == NodeID(2))
  }

  @Test func `a search that is open while the lesson plays counts what is new`() throws {
    var model = try searching("data>0", from: .character("p"))
    #expect(bottom(model).contains("no match yet"))
    _ = model.update(.tickElapsed)
    #expect(bottom(model).contains("1/1 so far"))
  }
}
