import Autograd
import SceneLanguage
import Testing

@Suite struct EditingTests {
  /// A scene, the node to edit, what is typed, and the text afterwards; or the reason.
  @Test(arguments: [
    ("x = 2   # two\n", 0, " pi/2 ", "x = pi/2   # two\n"), ("x=2", 0, "-1e-3", "x=-1e-3"),
    ("x = 2\ny = x^3", 1, "4", "x = 2\ny = x^4"), ("x = 2\ny = x^3", 1, "-1", "x = 2\ny = x^(-1)"),
    ("x = 2\ny = 3^x", 1, "-1", "x = 2\ny = (-1)^x"),
    ("x = 2\ny = x - 3", 1, "-1", "x = 2\ny = x - (-1)"),
    ("x = 2\ny = x * -3", 1, "-1", "x = 2\ny = x * -1"),
    ("x = 2\ny = x - -3", 1, "1", "x = 2\ny = x - (1)"),
    ("x = 2\ny = 3 * x", 1, "1/4", "x = 2\ny = 0.25 * x"),
    ("x = 2\ny = 3 * x", 1, "-1/4", "x = 2\ny = -0.25 * x"),
    ("x = 2\ny = x * (-3)", 1, "5", "x = 2\ny = x * (5)"),
    (
      "def f(x):\n  k = 2\n  return k * x\ny = f(3)", 1, "1/2",
      "def f(x):\n  k = 1/2\n  return k * x\ny = f(3)"
    ),
  ])
  func `an edit changes the characters of the literal and nothing else`(
    text: String, node: Int, typed: String, edited: String
  ) throws {
    let scene = try loaded(text)
    let result = try scene.replacingLiteral(of: NodeID(node), with: typed).get()
    #expect(result.text == edited)
    let again = try loaded(edited)
    #expect(again.graph.shape == scene.graph.shape)
    #expect(again.graph.leafValue(of: NodeID(node)) == Expression(typed)?.evaluate())
  }

  @Test(arguments: [
    ("x", "2 +", "the formula stops too early; add a number or a name"),
    ("x", "y", "only a number, or a formula without names such as pi/2, can stand here"),
    ("y", "2", "y is computed; only a number in the text can be edited"),
  ])
  func `an edit that cannot be made says why`(name: String, typed: String, reason: String) throws {
    let scene = try loaded("x = 2\ny = x * 3")
    let node = try #require(scene.details.firstIndex { $0.name == name })
    #expect(scene.replacingLiteral(of: NodeID(node), with: typed) == .failure(reason))
  }

  @Test func `a number inside a formula stays finite, and a default has no text`() throws {
    let scene = try loaded("x = 2\ny = leaky_relu(x) * 3")
    #expect(
      scene.replacingLiteral(of: NodeID(1), with: "2") == .failure("this number is not in the text")
    )
    #expect(
      scene.replacingLiteral(of: NodeID(3), with: "1/0")
        == .failure("inf cannot be written inside a formula"))
  }

  @Test func `values are set by name, again and again`() throws {
    let source = Source(name: "a", text: "x = 2\nparam w = 1 # weight\ny = w * x\n")
    let once = try source.setting("x", to: "1/3").get()
    let twice = try once.setting("w", to: "-5").get()
    #expect(twice.text == "x = 1/3\nparam w = -5 # weight\ny = w * x\n")
    #expect(
      source.setting("y", to: "1")
        == .failure("y is computed; only a number in the text can be edited"))
    #expect(
      source.setting("yy", to: "1")
        == .failure("no name 'yy' in this scene; did you mean 'y'?"))
    #expect(source.setting("x", to: "2 3") != .success(source))
  }
}

extension Result where Success == Source, Failure == EditRefusal {
  fileprivate static func failure(_ reason: String) -> Self {
    .failure(EditRefusal(reason: reason))
  }
}

extension Graph {
  /// Every node's operation and operands.
  var shape: [String] {
    nodes.map { "\(operation(of: $0).name) \(operands(of: $0).map(\.index))" }
  }
}
