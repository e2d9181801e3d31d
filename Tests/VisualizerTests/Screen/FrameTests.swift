import CellGrid
import Playback
import Testing

@testable import Visualizer

/// What the screen shows, kept as text in `Frames`.
struct FrameTests {
  private func frame(_ model: Model, _ title: String) -> String {
    let rule = String(repeating: "=", count: model.screen.size.width - title.count - 1)
    return "\(title) \(rule)\n\(model.screenText)"
  }

  @Test(arguments: SceneFiles.names)
  func `every scene at its turning points on a small screen`(name: String) throws {
    var model = try Model(name, size: Size(width: 80, height: 24))
    var frames = [frame(model, "start")]
    model.press(.character("c"))
    frames.append(frame(model, "forward done"))
    model.press(.character("c"))
    frames.append(frame(model, "seeded"))
    model.press(.character("n"))
    frames.append(frame(model, "first gradient"))
    model.press(.end)
    frames.append(frame(model, "end"))
    try Goldens.expect("small-\(name.dropLast(4))", frames.joined(separator: "\n"))
  }

  @Test func `the chain step by step on a roomy screen`() throws {
    var model = try Model("chain.txt")
    var frames = [frame(model, "start")]
    while let lesson = model.lesson, lesson.player.cursor < lesson.run.stepCount {
      model.press(.character("s"))
      frames.append(frame(model, "step \(model.lesson?.player.cursor ?? 0)"))
    }
    try Goldens.expect("roomy-chain", frames.joined(separator: "\n"))
  }

  @Test func `the meanings of the cells, letter by letter`() throws {
    var model = try Model("both-slots.txt")
    model.press(.character("c"), .character("c"), .character("n"), .character("s"))
    let letters = Dictionary(uniqueKeysWithValues: Role.rows.map { ($0.role, $0.letter) })
    let canvas = model.view(size: model.screen.size)
    let roles = canvas.roleText { letters[$0] ?? "?" }
    try Goldens.expect("roles-both-slots", canvas.text + "\n" + roles)
  }

  @Test func `the introduction fills the panel, whatever lines the file has`() throws {
    var model = try Model("both-slots.txt", size: Size(width: 80, height: 24))
    model.press(.character("i"))
    #expect(model.screenText.contains("that keep one contribution"))
  }

  @Test func `the strip says a sum as a second statement`() throws {
    var model = try Model("order-matters.txt", size: Size(width: 80, height: 24))
    model.press(.end, .character("S"))
    #expect(model.screenText.contains("= 7 · 1 = 7; ∂y/∂b = 12 + 7 = 19\n"))
  }

  @Test func `an amount that does not fit into its edge stands beside it`() throws {
    var model = try Model("chain.txt", size: Size(width: 80, height: 24))
    for _ in 0..<17 { model.press(.character("s")) }
    #expect(model.screenText.contains("┃ -0.4768"))
  }

  @Test func `no digit of a number is lost, whatever the values become`() throws {
    for size in [Size(width: 80, height: 24), Size(width: 160, height: 40)] {
      for number in ["-1.234e-05", "-0.0001234", "-1.234e-150", "-1.234e+200"] {
        var model = try Model(text: "x = \(number)\ny = -x\nz = -y\nL = z * 1\n", size: size)
        model.press(.end, .home, .end)
        for node in ["z", "L"] {
          model.press(.character("/"))
          model.type(node)
          model.press(.enter, .character("."))
          #expect(model.screenText.contains(number), "\(node) = \(number)")
        }
      }
    }
  }

  @Test func `every role has a letter and a name of its own`() {
    #expect(Set(Role.rows.map(\.letter)).count == Role.rows.count)
    #expect(Set(Role.rows.map(\.name)).count == Role.rows.count)
    #expect(Set(Role.rows.map(\.role)).count == Role.rows.count)
  }

  @Test func `in ASCII nothing else reaches the screen`() throws {
    for name in SceneFiles.names {
      var model = try Model(name, symbols: .ascii)
      for _ in 0..<6 {
        let isASCII = model.screenText.allSatisfy { $0.isASCII }
        #expect(isASCII)
        model.press(.character("c"))
      }
    }
  }

  @Test func `finding: a search, where to go, and what depends on what`() throws {
    var model = try Model("neuron.txt", size: Size(width: 80, height: 24))
    let letters = Dictionary(uniqueKeysWithValues: Role.rows.map { ($0.role, $0.letter) })
    model.press(.end, .character("/"))
    var frames = [frame(model, "an empty search")]
    model.type("tan |grad|>")
    frames.append(frame(model, "half a search"))
    model.type("0.5")
    frames.append(frame(model, "a search"))
    model.press(.enter, .character("1"), .character("a"))
    frames.append(frame(model, "ancestors"))
    frames.append(model.view(size: model.screen.size).roleText { letters[$0] ?? "?" })
    model.press(.character("1"), .character("A"), .character("g"))
    frames.append(frame(model, "descendants, and where to go"))
    try Goldens.expect("finding", frames.joined(separator: "\n"))
  }

  @Test func `only the paths through a weight, and what is left out`() throws {
    var model = try Model("neuron.txt", size: Size(width: 80, height: 24))
    model.press(.end, .character("/"))
    model.type("w1")
    model.press(.enter, .character("&"))
    var frames = [frame(model, "the paths through w1")]
    model.press(.character("N"), .character("s"))
    frames.append(frame(model, "a step on them"))
    model.press(.character("/"))
    model.type("x2")
    model.press(.enter)
    frames.append(frame(model, "a node on none of them"))
    try Goldens.expect("paths", frames.joined(separator: "\n"))
  }

  @Test func `a folded network: what only a neuron reads is a line beside its port`() throws {
    let text = NetworkScenes.text(inputs: 3, layers: [2, 1], usesFunctions: true)
    var model = try Model(
      text: text + "\nfold neuron3\nfold neuron2", size: Size(width: 120, height: 40))
    model.press(.character("c"))
    var frames = [frame(model, "forward done")]
    model.press(.character("c"), .character("n"), .character("n"))
    frames.append(frame(model, "a contribution"))
    try Goldens.expect("folded-network", frames.joined(separator: "\n"))
  }

  @Test func `the overlays`() throws {
    var model = try Model("chain.txt", size: Size(width: 80, height: 24))
    model.press(.character("?"))
    var frames = [frame(model, "help")]
    model.press(.escape, .end, .character("]"), .character("q"))
    frames.append(frame(model, "unsaved edits"))
    model.press(.escape, .character("i"))
    frames.append(frame(model, "details"))
    model.press(.character("i"), .character("v"))
    frames.append(frame(model, "source"))
    model.press(.escape)
    _ = model.update(.sceneRead(path: "chain.txt", text: "x = \n"))
    frames.append(frame(model, "changed on disk"))
    try Goldens.expect("overlays", frames.joined(separator: "\n"))
  }
}
