import Autograd
import CellGrid
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

struct GoToTests {
  private func label(_ model: Model) -> String? {
    model.lesson.map { $0.run.labels[$0.selected] }
  }

  private func notice(_ model: Model) -> String? { model.lesson?.notice?.text }

  private func select(_ name: String, in model: inout Model) {
    model.press(.character("/"))
    model.type(name)
    model.press(.enter)
  }

  @Test func `g shows what can be pressed, and Esc closes it`() throws {
    var model = try Model(text: "x = 2\na = x * x\nL = a + x\n")
    model.press(.character("g"))
    let bottom = try #require(model.screenText.split(separator: "\n").last)
    #expect(bottom == " g  o output  s step  n nan, inf  Esc close  1 a  2 L")
    model.press(.escape)
    #expect(model.lesson?.entry == nil)
    #expect(model.lesson?.chosen == nil)
  }

  @Test func `g o goes to the output, and g s to the node of the step`() throws {
    var model = try Model(text: "x = 2\na = x * x\nL = a + x\n")
    model.press(.character("g"), .character("o"))
    #expect(label(model) == "L")
    model.press(.character("g"), .character("s"))
    #expect(label(model) == "x")
    model.press(.character("n"), .character("n"), .character("g"), .character("s"))
    #expect(label(model) == "a")
  }

  @Test func `g n goes to the first value that is not finite, once it is known`() throws {
    var model = try Model(text: "x = -1\na = log(x)\nL = a + x\n")
    model.press(.character("g"), .character("n"))
    #expect(notice(model) == "Every number known so far is finite.")
    #expect(model.lesson?.chosen == nil)
    model.press(.end, .character("g"), .character("n"))
    #expect(label(model) == "a")
  }

  @Test func `g n goes to the first gradient that is not finite where all values are`() throws {
    var model = try Model(text: "x = 0\ny = x * 1\na = sqrt(y)\nL = a + 1\n")
    model.press(.end, .character("g"), .character("n"))
    #expect(label(model) == "y")
  }

  @Test func `digits after g choose a consumer, each once`() throws {
    var model = try Model(text: "x = 2\na = x * x\nb = x + 1\nL = a + b\n")
    model.press(.character("g"), .character("2"))
    #expect(label(model) == "b")
    select("x", in: &model)
    model.press(.character("g"), .character("1"))
    #expect(label(model) == "a")
    model.press(.character("g"), .character("2"))
    #expect(notice(model) == "a has 1 consumer.")
    select("L", in: &model)
    model.press(.character("g"), .character("1"))
    #expect(notice(model) == "L has no consumers.")
  }

  @Test func `digits choose an operand, the same node from both slots of a square`() throws {
    var model = try Model(text: "x = 2\na = x * x\nb = tanh(a)\nL = b - 3\n")
    for digit in ["1", "2"] as [Character] {
      select("a", in: &model)
      model.press(.character(digit))
      #expect(label(model) == "x")
    }
    select("L", in: &model)
    model.press(.character("2"))
    #expect(label(model) == "3")
    model.press(.character("1"))
    #expect(notice(model) == "3 has no operands.")
    select("b", in: &model)
    model.press(.character("2"))
    #expect(notice(model) == "b has 1 operand.")
    model.press(.character("9"))
    #expect(label(model) == "b")
  }

  @Test func `in a prompt digits and g are text`() throws {
    var model = try Model(text: "x = 2\nL = x * x\n")
    model.press(.character("e"), .control("u"))
    model.type("12")
    model.press(.enter)
    #expect(model.lesson?.run.values == [12, 144])
    model.press(.character("/"))
    model.type("g1")
    guard case .search(let search) = model.lesson?.entry else {
      Issue.record("the search is closed")
      return
    }
    #expect(search.prompt.text == "g1")
  }

  @Test func `another key closes the list and says that it means nothing there`() throws {
    var model = try Model(text: "x = 2\nL = x * x\n")
    model.press(.character("g"), .character("m"))
    #expect(notice(model) == "g m has no meaning; g shows what has.")
    #expect(model.isMouseCaptured)
    #expect(model.lesson?.entry == nil)
    model.press(.character("g"), .control("c"))
    #expect(model.lesson?.entry == nil)
    #expect(model.press(.character("g"), .character("q")) == [])
  }
}
