import Autograd
import CellGrid
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

struct SelectionHistoryTests {
  private let text = "x = 2\na = x * x\nb = tanh(a)\nL = b + x\n"

  private func label(_ model: Model) -> String? {
    model.lesson?.chosen.flatMap { model.lesson?.run.labels[$0] }
  }

  private func visited(_ choices: Int...) -> SelectionHistory {
    var history = SelectionHistory()
    for choice in choices { history.visit(NodeID(choice)) }
    return history
  }

  @Test func `back and forward go through every choice, to the step and again to the last`() throws
  {
    var model = try Model(text: text)
    model.press(.tab, .character("g"), .character("o"), .character("1"))
    model.press(.character("/"))
    model.type("x")
    model.press(.enter)
    var labels: [String?] = []
    for _ in 0..<4 {
      model.press(.character("("))
      labels.append(label(model))
    }
    #expect(labels == ["b", "L", "a", nil])
    #expect(model.lesson?.notice?.text == "The selection follows the step.")
    model.press(.character("("))
    #expect(model.lesson?.notice?.text == "There is no selection before this one.")
    labels = []
    for _ in 0..<4 {
      model.press(.character(")"))
      labels.append(label(model))
    }
    #expect(labels == ["a", "L", "b", "x"])
    model.press(.character(")"))
    #expect(model.lesson?.notice?.text == "There is no selection after this one.")
  }

  @Test func `a search is one choice, and one that was left is none`() throws {
    var model = try Model(text: text)
    model.press(.tab, .character("/"))
    model.type("tanh")
    model.press(.escape, .character("/"))
    model.type("L")
    model.press(.enter, .character("("))
    #expect(label(model) == "a")
    model.press(.character("("))
    #expect(label(model) == nil)
  }

  @Test func `a click is a choice`() throws {
    var model = try Model(text: text)
    let rows = model.screenText.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains(" b = tanh(a) ") })
    let column = try #require(Array(rows[row]).firstIndex(of: "b"))
    let place = Point(column: column, row: row)
    _ = model.update(.mouseMoved(MouseEvent(kind: .press, place: place)))
    #expect(label(model) == "b")
    model.press(.character("("), .character(")"))
    #expect(label(model) == "b")
  }

  @Test func `a new choice forgets what lay ahead`() {
    var history = visited(1, 2, 3)
    history.back()
    history.back()
    history.visit(NodeID(7))
    #expect(!history.canGoForward)
    history.back()
    #expect(history.current == NodeID(1))
  }

  @Test func `the same choice again is no choice, and the oldest are forgotten`() {
    var history = visited(4, 4, 4)
    history.back()
    #expect(history.current == nil)
    #expect(!history.canGoBack)
    for choice in 0..<1_000 { history.visit(NodeID(choice)) }
    var steps = 0
    while history.canGoBack {
      history.back()
      steps += 1
    }
    #expect(steps == SelectionHistory.longest)
  }

  @Test func `choices follow their names, and neighbours that became the same are one`() {
    var history = visited(1, 2, 1, 3)
    history.rename { $0 == NodeID(2) ? nil : $0 == NodeID(3) ? NodeID(9) : $0 }
    #expect(history.current == NodeID(9))
    history.back()
    #expect(history.current == NodeID(1))
    history.back()
    #expect(history.current == nil)
    #expect(!history.canGoBack)
  }

  @Test func `choices follow their names into the file that was read again`() throws {
    var model = try Model(text: text)
    model.press(.tab, .tab, .character("g"), .character("o"))
    _ = model.update(.sceneRead(path: "test.txt", text: "q = 1\nb = 5\nx = 2\nL = x * b * q\n"))
    #expect(label(model) == "L")
    model.press(.character("("))
    #expect(label(model) == "b")
    model.press(.character("("))
    #expect(label(model) == nil)
  }
}
