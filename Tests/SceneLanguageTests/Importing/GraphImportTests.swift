import Autograd
import RandomNumbers
import Testing

@testable import SceneLanguage

struct GraphImportTests {
  /// The scene of a graph that has to be one.
  private func scene(_ json: String) throws -> Scene {
    let source = Source(name: "folder/graph.json", text: json)
    switch Scene.load(sceneOrGraph: source) {
    case .scene(let scene): return scene
    case .mistakes(let mistakes):
      Issue.record("\(mistakes.map { $0.rendered(in: source) }.joined(separator: "\n"))")
      throw Rejected()
    }
  }

  private func text(_ json: String) throws -> String { try scene(json).source.text }

  private static let square = """
    {"title": "A square", "nodes": [
      {"id": 0, "name": "x", "operation": "parameter", "operands": [], "value": 3, "gradient": 6},
      {"id": 1, "name": "L", "operation": "multiply", "operands": [0, 0], "value": 9, "gradient": 1}
    ]}
    """

  @Test func `a graph becomes a scene whose expectations are the stated numbers`() throws {
    #expect(
      try text(Self.square) == """
        # A square

        param x = 3
        L = x * x
        output L

        expect grad(x) = 6
        expect L = 9
        expect grad(L) = 1

        """)
  }

  @Test func `every primitive and every kind of leaf is read`() throws {
    for primitive in Primitive.elementwise {
      let operands = primitive.arity == 1 ? "[7]" : "[9, 7]"
      let scene = try scene(
        """
        {"nodes": [{"id": 7, "operation": "input", "value": -0.25},
          {"id": 9, "operation": "constant", "value": 1e-05},
          {"id": 8, "operation": "\(primitive.name)", "operands": \(operands)}]}
        """)
      #expect(scene.graph.operation(of: NodeID(2)) == .primitive(primitive))
      #expect(scene.graph.operands(of: NodeID(2)).last == NodeID(0))
      #expect(scene.graph.operation(of: NodeID(1)) == .constant)
      #expect(scene.graph.leafValue(of: NodeID(1)) == 1e-05)
    }
  }

  @Test func `operations may be written with signs, in capitals and with their exponent`() throws {
    let text = try text(
      """
      {"nodes": [{"id": 0, "name": "x", "operation": "input", "value": 3},
        {"id": 1, "name": "twice", "operation": "*", "operands": [0]},
        {"id": 2, "name": "cube", "operation": "**3", "operands": [0]},
        {"id": 3, "name": "both", "operation": "+", "operands": [1, 2]},
        {"id": 4, "name": "L", "operation": "ReLU", "operands": [3]}]}
      """)
    for line in [
      "twice = x * x", "const v2 = 3", "cube = x ^ v2", "both = twice + cube", "L = relu(both)",
    ] {
      #expect(text.contains(line + "\n"), "\(text)")
    }
  }

  @Test func `keys may come in any order, and what is not known is passed over`() throws {
    let scene = try scene(
      """
      \u{FEFF} {"nodes": [{"value": "-inf", "tangent": [{"a": [null]}], "operation": "input",
        "gradient": null, "shape": [], "name": null, "line": 4, "group": "f#1", "id": 12345678901234}],
       "version": {}, "output": 12345678901234}
      """)
    #expect(scene.graph.leafValue(of: NodeID(0)) == -.infinity)
    #expect(scene.title == "A graph from graph.json")
  }

  @Test(arguments: [
    (#""a""#, 0), (#""v1""#, 1), ("\"#1\"", 1), ("1", 1), ("null", 2), (#""twice""#, 2),
  ])
  func `the output is a name, a label or an id, and else the last node`(output: String, node: Int)
    throws
  {
    let scene = try scene(
      """
      {"output": \(output), "nodes": [{"id": 0, "name": "a", "operation": "input", "value": 2},
        {"id": 1, "operation": "exp", "operands": [0]},
        {"id": 2, "name": "twice", "operation": "exp", "operands": [0]}]}
      """)
    #expect(scene.output == NodeID(node))
  }

  @Test(arguments: [
    ("x", "x"), ("w₁", "w₁"), ("net.0.w", "net_0_w"), ("2x", "n2x"), ("_a", "n_a"), ("", "n"),
    ("exp", "exp_"), ("return", "return_"), ("param", "param_"), ("output", "output_"),
    ("pi", "pi_"), ("a b", "a_b"), ("sum", "sum"), ("grad", "grad"), ("T", "T"), ("💡", "n_"),
    ("expect", "expect_"), ("a\\nb = 2", "a_b___2"), ("\\u0000", "n_"), ("\\u202ex", "n_x"),
  ])
  func `a name that the language does not have becomes the nearest one`(name: String, own: String)
    throws
  {
    let scene = try scene(
      """
      {"nodes": [{"id": 0, "name": "\(name)", "operation": "input", "value": 2},
        {"id": 1, "name": "y", "operation": "square", "operands": [0], "value": 4}]}
      """)
    #expect(scene.details.map(\.name) == [own, "y"])
    #expect(scene.graph.count == 2)
    let isRenamed = name != own && name != ""
    #expect(isRenamed == (scene.statements[0].note != nil))
  }

  @Test func `names that are there twice, or become the same, stay apart`() throws {
    let names = ["a", "a", "a_2", "a.2", "v5", nil, "v6"]
    let nodes = names.enumerated().map { id, name in
      let name = name.map { "\"\($0)\"" } ?? "null"
      return #"{"id": \#(id), "name": \#(name), "operation": "input", "value": \#(id)}"#
    }
    let scene = try scene(#"{"output": "a", "nodes": [\#(nodes.joined(separator: ","))]}"#)
    #expect(
      scene.details.map(\.name) == ["a", "a_3", "a_2", "a_2_2", "v5", "v5_", "v6"])
    #expect(scene.output == NodeID(1))
  }

  @Test func `only what has a name, is finite and can be compared is expected`() throws {
    let scene = try scene(
      """
      {"output": "L", "nodes": [
        {"id": 0, "name": "x", "operation": "input", "value": 2, "gradient": "nan"},
        {"id": 1, "name": "k", "operation": "constant", "value": 3, "gradient": 2},
        {"id": 2, "operation": "exp", "operands": [0], "value": 7, "gradient": 5},
        {"id": 3, "name": "unused", "operation": "exp", "operands": [0], "value": "inf", "gradient": 0},
        {"id": 4, "name": "wrong", "operation": "exp", "operands": [0], "gradient": 0.5},
        {"id": 5, "name": "L", "operation": "multiply", "operands": [0, 1], "value": 6,
         "gradient": null}]}
      """)
    let stated = scene.expectations.map {
      "\($0.isGradient ? "grad " : "")\($0.name) \($0.value.elements[0])"
    }
    #expect(stated == ["grad wrong 0.5", "L 6.0"])
  }

  @Test func `tensors become lists, and what is told to an operation the arguments of its call`()
    throws
  {
    #expect(
      try text(
        """
        {"nodes": [
          {"id": 0, "name": "X", "operation": "constant", "value": [[1, 2.5, "inf"], [-0.0, 4, 5]]},
          {"id": 1, "name": "w", "operation": "parameter", "shape": [3, 1], "value": [[1], [2], [3]],
           "gradient": [[0], [1e-7], ["nan"]]},
          {"id": 2, "name": "h", "operation": "matmul", "operands": [0, 1]},
          {"id": 3, "operation": "index", "operands": [0], "places": [1, [0, 2]]},
          {"id": 4, "operation": "sum", "operands": [3], "axis": 0},
          {"id": 5, "operation": "reshape", "operands": [2], "shape": [1, 2]},
          {"id": 6, "name": "L", "operation": "softmax", "operands": [5], "value": [[0, 1]]}]}
        """) == """
          # A graph from graph.json

          const X = [[1, 2.5, 1/0], [-0, 4, 5]]
          param w = [[1], [2], [3]]
          h = X @ w
          v3 = X[1, 0:2]
          v4 = sum(v3, axis: 0)
          v5 = reshape(h, 1, 2)
          L = softmax(v5, axis: 1)
          output L

          expect L = [[0, 1]]

          """)
  }

  @Test(arguments: [
    (#""shape": [2, 4]"#, "axis: 1"), (#""shape": [3, 4]"#, "axis: 0"), (#""shape": []"#, ""),
    (#""shape": null"#, ""), (#""axis": -1"#, "axis: 2"),
  ])
  func `an axis that is not named is the one that gives the shape`(told: String, argument: String)
    throws
  {
    let zeros = "[[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]"
    let text = try text(
      """
      {"nodes": [{"id": 0, "name": "x", "operation": "input", "value": [\(zeros), \(zeros)]},
        {"id": 1, "name": "y", "operation": "sum", "operands": [0], \(told)}]}
      """)
    #expect(text.contains("y = sum(x\(argument.isEmpty ? "" : ", " + argument))\n"), "\(text)")
  }

  @Test func `more numbers than the values may be are refused where they come`() throws {
    var options = LoadOptions()
    options.maximumTensorBytes = 8 * 5
    func mistakes(_ value: String) -> [String] {
      let source = Source(
        name: "a",
        text: """
          {"nodes": [{"id": 0, "operation": "input", "value": \(value)},
            {"id": 1, "operation": "add", "operands": [0, 0]}]}
          """)
      guard case .mistakes(let all) = Scene.load(sceneOrGraph: source, options: options) else {
        return []
      }
      return all.map { "\($0.message): \(source[$0.range])" }
    }
    #expect(mistakes("[1, 2]").isEmpty)
    let words = "the values of the scene take more than 40 bytes"
    #expect(mistakes("[[1, 2, 3]]") == ["with (1, 3) \(words): \"add\""])
    #expect(mistakes("[1, 2, 3, 4, 5, 6, 7, 8]") == ["with this \(words): 6"])
  }

  @Test func `a title cannot end its line`() throws {
    let title = #"a\nx = 1\r\n\u2028y = 2\u0085 \u001b[2J"#
    let text = try text(Self.square.replacing("A square", with: title))
    #expect(text.hasPrefix("# a x = 1 y = 2  \\u{1B}[2J\n\nparam x"))
  }

  @Test func `a scene is read as ever, and only an opening bracket makes a graph`() throws {
    #expect(try scene("# { }\nx = 2\n").graph.count == 1)
    #expect(!Source(name: "a.json", text: "x = 2").isGraph)
    #expect(Source(name: "a", text: "\u{FEFF}\n\t [").isGraph)
    guard case .mistakes = Scene.load(Source(name: "a.json", text: Self.square)) else {
      Issue.record("an edit made a graph of a scene")
      return
    }
  }

  @Test func `names that the language has functions of hide none of them`() throws {
    let scene = try scene(
      """
      {"nodes": [
        {"id": 0, "name": "sum", "operation": "input", "value": [[1, 2], [3, 4]]},
        {"id": 1, "name": "reshape", "operation": "input", "shape": [0, 2], "value": []},
        {"id": 2, "name": "zeros", "operation": "input", "shape": [0, 2], "value": []},
        {"id": 3, "name": "T", "operation": "transpose", "operands": [0]},
        {"id": 4, "name": "transpose", "operation": "transpose", "operands": [3]},
        {"id": 5, "operation": "reshape", "operands": [4], "shape": [4]},
        {"id": 6, "name": "L", "operation": "sum", "operands": [5], "axis": 0}]}
      """)
    #expect(scene.graph.count == 7)
    #expect(scene.graph.shape(of: NodeID(2)) == Shape([0, 2]))
  }

  private static let tensors = """
    {"nodes": [
      {"id": 0, "name": "X", "operation": "input", "shape": [2, 2], "value": [[1, "inf"], [-2.5, 4]]},
      {"id": 1, "name": "w", "operation": "parameter", "value": [3, 5], "gradient": [0, 1]},
      {"id": 2, "operation": "matmul", "operands": [0, 1], "shape": [2]},
      {"id": 3, "operation": "index", "operands": [0], "places": [1, [0, 2]]},
      {"id": 4, "operation": "concat", "operands": [2, 3], "axis": 0, "value": [1, 2, 3, 4]},
      {"id": 5, "operation": "one_hot", "operands": [4], "shape": [4, 3]},
      {"id": 6, "operation": "softmax", "operands": [5], "axis": 1},
      {"id": 7, "operation": "reshape", "operands": [6], "shape": [3, 4]},
      {"id": 8, "name": "L", "operation": "max", "operands": [7]}]}
    """

  @Test(arguments: [square, tensors])
  func `no mutated graph traps, and what is accepted is a scene`(graph: String) {
    var random = SplitMix64(seed: 7)
    let snippets = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "-", "1e9", "null", "é", "\0", "0", "[]",
      "7",
      "9223372036854775807", "[0, 1], ", "-1",
    ]
    var accepted = 0
    for _ in 0..<5_000 {
      var bytes = Array(graph.utf8)
      for _ in 0...random.below(3) {
        let place = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + random.below(6)))
        case 1: bytes.insert(UInt8(random.below(256)), at: place)
        default: bytes.insert(contentsOf: snippets[random.below(snippets.count)].utf8, at: place)
        }
      }
      let source = Source(name: "mutant.json", bytes: bytes)
      guard source.isGraph, source.firstInvalidByte == nil else { continue }
      switch GraphImport.read(source, options: LoadOptions()) {
      case .mistakes(let mistakes):
        #expect(!mistakes.isEmpty)
        for mistake in mistakes { _ = mistake.rendered(in: source) }
      case .text(let text):
        accepted += 1
        guard case .scene = Scene.load(Source(name: "mutant", text: text)) else {
          Issue.record("no scene: \(text)")
          return
        }
      }
    }
    #expect(accepted > 50)
  }
}
