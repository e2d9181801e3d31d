import Autograd
import CellGrid
import GraphLayout
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

/// Groups that are drawn as one box: the picture changes, and never a number.
struct LessonFoldingTests {
  private static let text =
    NestedCalls.beginning + """
      h = neuron(x, w, b)
      y = neuron(h, w, b)
      L = y + h
      """

  private func model(_ folds: String...) throws -> Model {
    try Model(text: ([Self.text] + folds.map { "fold \($0)" }).joined(separator: "\n"))
  }

  @Test func `a function that the scene folds starts closed`() throws {
    let model = try model("neuron")
    #expect(try model.boxTitles() == ["x", "w", "b", "+ h = neuron", "+ y = neuron", "L = y + h"])
    #expect(model.screenText.contains(" 4 nodes "))
  }

  @Test func `a step inside of a folded group runs along what it reads, and no other wire`() throws
  {
    var model = try model("neuron")
    model.press(.character("/"))
    model.type("v5")
    model.press(.enter, .character("r"))
    let lesson = try #require(model.lesson)
    guard case .value(let node)? = lesson.player.current?.kind else {
      Issue.record("no value is computed")
      return
    }
    #expect(lesson.run.labels[node] == "v5" && lesson.picture.shown(node) != node)
    let active = lesson.picture.activeWires(in: PictureState(lesson: lesson))
    let sources = active.map { lesson.picture.node(ofBox: lesson.picture.diagram.wires[$0].from) }
    let outside = lesson.run.scene.graph.operands(of: node).filter {
      lesson.picture.shown($0) != lesson.picture.shown(node)
    }
    #expect(sources == outside)
  }

  @Test func `an inner group folds by itself`() throws {
    let model = try model("sq")
    #expect(try model.boxTitles().count { $0.hasPrefix("+") } == 2)
    #expect(try #require(model.lesson).picture.boxes.count == 12)
  }

  @Test func `Enter opens and closes a group in place`() throws {
    var model = try model("neuron")
    model.press(.character("c"), .character("/"))
    model.type("h")
    model.press(.enter)
    let place = try #require(model.lesson).place
    let offset = try #require(model.lesson).viewport.offset
    model.press(.enter)
    #expect(try model.boxTitles().count { $0.hasPrefix("+") } == 1)
    let lesson = try #require(model.lesson)
    #expect(lesson.run.labels[lesson.selected] == "h")
    model.press(.enter)
    #expect(try model.boxTitles().count { $0.hasPrefix("+") } == 2)
    #expect(try #require(model.lesson).place == place)
    #expect(try #require(model.lesson).viewport.offset == offset)
  }

  @Test func `a key folds the innermost group, and again the one around it`() throws {
    var model = try model()
    model.press(.character("n"), .character("n"), .character("n"), .character("n"))
    model.press(.character("f"))
    #expect(try model.boxTitles().filter { $0.hasPrefix("+") } == ["+ v3 = sq"])
    model.press(.character("f"))
    #expect(try model.boxTitles().filter { $0.hasPrefix("+") } == ["+ h = neuron"])
    model.press(.character("f"))
    #expect(model.screenText.contains("It is folded; Enter opens it."))
  }

  @Test func `the same nodes made without the function are drawn without it`() throws {
    var model = try Model(text: "def f(x) = x * x\nx = 2\nL = f(x) + 1\nfold f")
    #expect(try model.boxTitles().contains("+ v1 = f"))
    _ = model.update(.sceneRead(path: "test.txt", text: "x = 2\nL = x * x + 1"))
    #expect(try !model.boxTitles().contains { $0.hasPrefix("+") })
    model.press(.character("f"))
    #expect(model.screenText.contains("there is nothing to fold"))
  }

  @Test func `Enter opens a group whose result could be edited`() throws {
    var model = try Model(text: "def three(x) = 3\nx = 2\nL = three(x) + x\nfold three")
    model.press(.character("n"), .character("n"), .enter)
    #expect(model.lesson?.entry == nil)
    #expect(try !model.boxTitles().contains { $0.hasPrefix("+") })
  }

  @Test func `a call that makes a constant shows one`() throws {
    var model = try Model(text: "def three(x) = 3\nx = 2\nL = three(x) + x\nfold three")
    model.press(.end)
    #expect(model.screenText.contains("data  3"))
    #expect(!model.screenText.contains("no path"))
  }

  @Test func `a key closes all groups and opens them again`() throws {
    var model = try model()
    let open = try model.boxTitles()
    model.press(.character("F"))
    #expect(try model.boxTitles() == ["x", "w", "b", "+ h = neuron", "+ y = neuron", "L = y + h"])
    model.press(.character("F"))
    #expect(try model.boxTitles() == open)
  }

  @Test func `Enter edits a leaf, and a node outside of any function has nothing to fold`() throws {
    var model = try model("neuron")
    model.press(.tab, .enter)
    #expect(model.lesson?.entry != nil)
    model.press(.escape, .end, .character("/"))
    model.type("L")
    model.press(.enter, .character("f"))
    #expect(model.screenText.contains("L was made outside of any function."))
  }

  @Test func `a scene without functions says so`() throws {
    var model = try Model("chain.txt")
    model.press(.character("F"))
    #expect(model.screenText.contains("there is nothing to fold"))
  }

  @Test func `stepping runs over a closed group and into an open one`() throws {
    var closed = try model("neuron")
    var open = try model()
    #expect(try stops(&closed, "n") == ["x", "w", "b", "h", "y", "L"])
    #expect(try stops(&open, "n").count == 12)
  }

  private func stops(_ model: inout Model, _ key: Character) throws -> [String] {
    var labels: [String] = []
    while let lesson = model.lesson, lesson.player.cursor < lesson.run.nodeCount {
      model.press(.character(key))
      let after = try #require(model.lesson)
      labels.append(after.run.labels[after.focus])
    }
    return labels
  }

  @Test(arguments: [("n", "N"), ("s", "S")] as [(Character, Character)])
  func `back is the inverse of forward over closed groups`(
    forward: Character, back: Character
  ) throws {
    var model = try model("neuron")
    var cursors: [Int] = []
    while let lesson = model.lesson, lesson.player.cursor < lesson.run.stepCount {
      cursors.append(lesson.player.cursor)
      model.press(.character(forward))
    }
    while let cursor = cursors.popLast() {
      model.press(.character(back))
      #expect(model.lesson?.player.cursor == cursor)
    }
  }

  @Test func `a contribution that leaves a closed group runs along its wire`() throws {
    var model = try model("neuron")
    model.press(.end)
    var amounts = 0
    while let lesson = model.lesson, lesson.player.cursor > lesson.run.nodeCount + 2 {
      model.press(.character("S"))
      let after = try #require(model.lesson)
      guard case .contribution(let arrival)? = after.player.current?.kind else { continue }
      #expect(after.picture.wire(of: arrival.contribution) != nil)
      amounts += 1
    }
    #expect(amounts == 10)
  }

  @Test func `arrows, Tab and digits go from box to box over closed groups`() throws {
    var model = try model("neuron")
    model.press(.end, .character("/"))
    model.type("y")
    model.press(.enter, .left)
    #expect(["h", "w", "b"].contains(try selection(model)))
    model.press(.character("/"))
    model.type("h")
    model.press(.enter, .tab)
    #expect(try selection(model) == "y")
    model.press(.backTab, .character("1"))
    #expect(try selection(model) == "x")
    model.press(.right)
    #expect(try selection(model) == "h")
  }

  private func selection(_ model: Model) throws -> String {
    let lesson = try #require(model.lesson)
    return lesson.run.labels[lesson.selected]
  }

  @Test func `folding changes no number and no step`() throws {
    let (closed, open) = (try model("neuron"), try model())
    let (one, other) = (try #require(closed.lesson).run, try #require(open.lesson).run)
    #expect(one.values == other.values)
    #expect(one.gradients == other.gradients)
    #expect(one.stepCount == other.stepCount)
  }

  @Test func `an edit and another text keep what is closed`() throws {
    var model = try model()
    model.press(.character("F"), .tab, .character("]"))
    #expect(try model.boxTitles().count { $0.hasPrefix("+") } == 2)
    _ = model.update(.sceneRead(path: "test.txt", text: Self.text + "\nM = L * 2"))
    model.press(.character("y"))
    #expect(try model.boxTitles().count { $0.hasPrefix("+") } == 2)
  }

  @Test func `a call that returns what an earlier line made shows that`() throws {
    let text = """
      def f(x):
        y = x * 3
        z = y + 1
        return y
      a = 2
      L = f(a) + a
      fold f
      """
    var model = try Model(text: text)
    model.press(.end)
    let lesson = try #require(model.lesson)
    let group = try #require(lesson.picture.boxes.firstIndex(where: { $0.kind == .group }))
    #expect(lesson.run.values[lesson.picture.node(ofBox: group).index] == 6)
  }
}
