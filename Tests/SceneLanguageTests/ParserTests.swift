import Autograd
import SceneLanguage
import Testing

@Suite struct ParserTests {
  /// A formula over inputs a, b, c and the tree it means, every operation in parentheses.
  @Test(arguments: [
    ("a + b * c", "(a + (b * c))"), ("a * b + c", "((a * b) + c)"), ("a - b - c", "((a - b) - c)"),
    ("a / b * c", "((a / b) * c)"), ("-a^2", "(-(a ^ 2))"), ("(-a)^2", "((-a) ^ 2)"),
    ("a^b^c", "(a ^ (b ^ c))"), ("a**b**c", "(a ^ (b ^ c))"), ("a^-b", "(a ^ (-b))"),
    ("a^-b*c", "((a ^ (-b)) * c)"), ("-a * b", "((-a) * b)"), ("a * -b", "(a * (-b))"),
    ("-2 * a", "(-2 * a)"), ("a - -2", "(a - -2)"), ("a - 2", "(a - 2)"), ("-2^a", "(-(2 ^ a))"),
    ("--a", "(-(-a))"), ("+a", "a"), ("a * (b + c)", "(a * (b + c))"),
    ("tanh(a)^2", "(tanh(a) ^ 2)"), ("maximum(a, b + c)", "maximum(a, (b + c))"),
    ("sin (a)", "sin(a)"), ("pow(a, 2)", "(a ^ 2)"), ("a * pi", "(a * 3.141592653589793)"),
    ("tanh(\n  a +\n  # inside\n  b\n)", "tanh((a + b))"),
  ])
  func `operators bind as the language says`(formula: String, tree: String) throws {
    let scene = try loaded("a = 2\nb = 3\nc = 5\nL = \(formula) + 0\n")
    let sum = scene.graph.operands(of: scene.output)
    #expect(scene.tree(of: sum[0]) == tree)
  }

  @Test(arguments: [
    ("x = ⟦1/3⟧ # a third", "x"), ("param w = ⟦-2⟧\n", "w"), ("x = ⟦(1 +\n 2)⟧", "x"),
    ("const größe=⟦sqrt(2)⟧\r\n", "größe"), ("\u{FEFF}x₁ = ⟦.5⟧", "x₁"),
  ])
  func `the literal of a leaf is its whole right side`(marked: String, name: String) throws {
    let scene = try loaded(marked.filter { $0 != "⟦" && $0 != "⟧" })
    let literal = try #require(scene.details[0].literal)
    #expect(scene.details[0].name == name)
    let inner = marked.split(separator: "⟦")[1].split(separator: "⟧")[0]
    #expect(scene.source[literal] == inner)
  }

  @Test func `a literal inside a formula is a constant with a place of its own`() throws {
    let scene = try loaded("x = 2\ny = -2 * x^3 - 4\n")
    let literals = scene.details.dropFirst().compactMap(\.literal).map { scene.source[$0] }
    #expect(literals == ["-2", "3", "4"])
    #expect(scene.graph.operation(of: NodeID(1)) == .constant)
    #expect(scene.graph.leafValue(of: NodeID(1)) == -2)
  }

  @Test func `comments above and behind a statement are its note`() throws {
    let scene = try loaded(
      """
      # Title
      #   and more
      #
      # of it

      # above
      x = 2  # behind

      # a paragraph

      y = x # two
      z = y * x
      # at the end
      """)
    #expect(scene.title == "Title")
    #expect(scene.introduction == ["  and more", "", "of it"])
    #expect(scene.statements.map(\.note) == ["above behind", "a paragraph two", nil])
    #expect(scene.statements.map(\.line) == [7, 11, 12])
  }

  @Test func `inside of a function a node without a name has the line and the note of the body`()
    throws
  {
    let scene = try loaded(
      """
      def layer(x, w):  # the header's
        # above
        s = w * x  # behind
        return tanh(s)  # the result

      def twice(x) = x + x  # on one line
      y = layer(2, 3)  # the caller's
      L = twice(y)
      """)
    let made = zip(scene.graph.nodes, scene.details).filter { $1.body >= 0 }.map(\.0)
    #expect(made.map { scene.graph.operation(of: $0).name } == ["multiply", "tanh", "add"])
    #expect(made.map { scene.line(of: $0) } == [3, 7, 8])
    #expect(made.map { scene.note(of: $0) } == ["above behind", "the caller's", "on one line"])
    #expect(scene.statements.map(\.note) == ["the header's", "on one line", "the caller's", nil])
  }

  @Test func `a comment that could steer the terminal is made visible`() throws {
    let scene = try loaded("# a\u{1B}[2J\u{202E}b\nx = 2 # \u{7}\u{9B}c\n")
    #expect(scene.title == "a\\u{1B}[2J\\u{202E}b")
    #expect(scene.statements[0].note == "\\u{7}\\u{9B}c")
  }

  @Test(arguments: [
    ("plain\ttext\n", "plain\ttext\n"), ("\u{1B}]0;x\u{7}", "\\u{1B}]0;x\\u{7}"),
    ("a\u{200B}b\u{FEFF}c\u{2066}d\u{200F}", "a\\u{200B}b\\u{FEFF}c\\u{2066}d\\u{200F}"),
    ("\u{7F}\u{85}\u{9F}\u{2028}", "\\u{7F}\\u{85}\\u{9F}\\u{2028}"), ("größe 数 ❤️", "größe 数 ❤️"),
    ("\r", "\\u{D}"), ("\u{E0041}", "\\u{E0041}"),
  ])
  func `text from a file is shown, never obeyed`(text: String, shown: String) {
    #expect(text.sanitized == shown)
  }

  @Test func `semicolons end statements on the command line`() throws {
    var options = LoadOptions()
    options.separatesAtSemicolons = true
    let scene = try loaded("x = 3; L = x*x", options: options)
    #expect(scene.graph.forward() == [3, 9])
  }

  @Test func `an assertion may stand before what it speaks of, and training is kept`() throws {
    let scene = try loaded(
      """
      expect grad(x) = 1/4, tolerance: 1e-3
      output y
      train(rate: 0.1, steps: 7, optimizer: adam, momentum: 0.9, batch: 4)
      x = 1
      y = x / 4
      z = y * 2
      """)
    #expect(scene.expectations[0].value == Tensor(0.25))
    #expect(scene.expectations[0].isGradient)
    #expect(scene.expectations[0].tolerance == 1e-3)
    #expect(scene.details[scene.output.index].name == "y")
    let plan = try #require(scene.training)
    #expect(plan.rate == 0.1 && plan.steps == 7 && plan.optimizer == .adam)
    #expect(plan.momentum == 0.9 && plan.batch == 4)
  }

  @Test func `nesting of a thousand and a sum of a million terms are no trouble`() throws {
    let deep = String(repeating: "(", count: 1_000) + "x" + String(repeating: ")", count: 1_000)
    #expect(try loaded("x = 2\ny = \(deep) * x").graph.forward().last == 4)
    let minus = String(repeating: "-", count: 100_000)
    #expect(try loaded("x = 2\ny = \(minus)x").graph.forward().last == 2)
    let calls =
      String(repeating: "abs(", count: 999) + "x" + String(repeating: ")", count: 999)
    #expect(try loaded("x = 2\ny = \(calls)").graph.count == 1_000)
    let sum = repeatElement("x", count: 1_000_000).joined(separator: "+")
    #expect(try loaded("x = 1\ny = \(sum)").graph.forward().last == 1_000_000)
  }
}

extension Scene {
  /// The formula of a node with every operation in parentheses.
  fileprivate func tree(of node: NodeID) -> String {
    let operands = graph.operands(of: node).map { tree(of: $0) }
    guard case .primitive(let primitive) = graph.operation(of: node) else {
      return details[node.index].name ?? (graph.leafValue(of: node) ?? 0).shortestSpelling
    }
    switch primitive.notation {
    case .infix(let sign, _): return "(\(operands[0]) \(sign) \(operands[1]))"
    case .prefix(let sign): return "(\(sign)\(operands[0]))"
    case .call: return "\(primitive.name)(\(operands.joined(separator: ", ")))"
    }
  }
}
