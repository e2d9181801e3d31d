import Autograd
import SceneLanguage
import Testing

/// Other values for leaves, in the text.
struct WritingLeavesTests {
  /// What a text becomes when some leaves get these values, in the order of the tape.
  private func written(_ text: String, _ values: [String: [Double]]) throws -> String {
    let scene = try loaded(text)
    let leaves = scene.graph.nodes.compactMap { node -> (node: NodeID, tensor: Tensor)? in
      guard let elements = scene.details[node.index].name.flatMap({ values[$0] }) else {
        return nil
      }
      return (node, Tensor(elements, shape: scene.graph.shape(of: node)))
    }
    #expect(leaves.count == values.count)
    #expect(scene.obstacle(toWriting: leaves.map(\.node), limit: 1_000_000) == nil)
    let source = try scene.writing(leaves).get()
    let again = try loaded(source.text)
    for (node, tensor) in leaves {
      #expect(again.graph.leafTensor(of: node)?.hasSameBits(as: tensor) == true)
    }
    return source.text
  }

  @Test(
    arguments: [
      ("param w = 1/3   # a third\nL = w\n", [0.1], "param w = 0.1   # a third\nL = w\n"),
      ("param w = -2\r\nL = w\r\n", [-0.0], "param w = -0\r\nL = w\r\n"),
      ("param w = 1\nL = w\n", [1e300], "param w = 1e+300\nL = w\n"),
      ("param w = 1\nL = w\n", [-Double.leastNonzeroMagnitude], "param w = -5e-324\nL = w\n"),
      ("param w = randn(2, seed: 7)\nL = w\n", [0.1, -3], "param w = [0.1, -3]\nL = w\n"),
      (
        "param w = [ 1,2 ,\n  pow(2, 2), -1/2 ] # four\nL = w\n", [5, 6, 7, 8],
        "param w = [ 5,6 ,\n  7, 8 ] # four\nL = w\n"
      ),
      (
        "param w = [[1, 2],  # first [row], 3\n  [3, 4]]\nL = w\n", [5, 6, 7, 8],
        "param w = [[5, 6],  # first [row], 3\n  [7, 8]]\nL = w\n"
      ),
      (
        "param w = [[1, 2], [3, 4]].T\nL = w\n", [5, 6, 7, 8], "param w = [[5, 6], [7, 8]]\nL = w\n"
      ),
      ("param w = [[1, 2], [3, 4]][0]\nL = w\n", [5, 6], "param w = [5, 6]\nL = w\n"),
      ("param w = [zeros(1), ones(1)]\nL = w\n", [5, 6], "param w = [[5], [6]]\nL = w\n"),
      ("param w = [1, 2] * 2\nL = w\n", [5, 6], "param w = [5, 6]\nL = w\n"),
      ("param w = [1]\nL = w\n", [5], "param w = [5]\nL = w\n"),
      ("param w = ones(2)\nL = w\n", [1, 1], "param w = ones(2)\nL = w\n"),
    ] as [(String, [Double], String)])
  func `only the numbers change, or what computed them`(
    text: String, values: [Double], expected: String
  ) throws {
    #expect(try written(text, ["w": values]) == expected)
  }

  @Test func `several leaves change at once, each in its place`() throws {
    let text =
      "# A line\nparam b = 0.5\nconst x = 2\n# The slope\nparam w = [1, 2]\nL = w * x + b\n"
    #expect(
      try written(text, ["w": [0.25, 1e-5], "b": [7]])
        == "# A line\nparam b = 7\nconst x = 2\n# The slope\nparam w = [0.25, 1e-05]\nL = w * x + b\n"
    )
  }

  @Test func `every double is read back as it was`() throws {
    var bits: UInt64 = 1
    var numbers: [Double] = []
    while numbers.count < 2_000 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(bitPattern: bits)
      if number.isFinite { numbers.append(number) }
    }
    _ = try written("param w = zeros(40, 50)\nL = sum(w)\n", ["w": numbers])
  }

  @Test(arguments: [
    (
      "const X = [[1, 2]]\ny = mlp(X, [2, 1])\nL = sum(y)\n",
      """
      y.0.W, y.0.b, y.1.W, y.1.b have no lines of their own, line 2 makes more than one: write the \
      layer out with parameters such as 'param W = kaiming(2, 16)', as 'linear(x, W, b)'
      """
    ),
    (
      "param A, b = moons(2)\nL = sum(A) * sum(b)\n",
      """
      A, b have no lines of their own, line 1 makes more than one: give each a line such as \
      'param w = 0.5'
      """
    ),
    (
      "param w = ones(2,  # two\n  3)\nL = sum(w)\n",
      "a comment inside the value of w on line 1 would be lost: move it above the line"
    ),
  ])
  func `what has no place in the text, or would take a comment with it, is refused`(
    text: String, reason: String
  ) throws {
    let scene = try loaded(text)
    let parameters = scene.graph.nodes.filter { scene.graph.operation(of: $0) == .parameter }
    #expect(scene.obstacle(toWriting: parameters, limit: 1_000_000)?.reason == reason)
  }

  @Test func `a text that could pass the limit is refused before anything is computed`() throws {
    let scene = try loaded("param w = zeros(100)\nL = sum(w)\n")
    #expect(scene.obstacle(toWriting: [NodeID(0)], limit: 2_900) == nil)
    #expect(
      scene.obstacle(toWriting: [NodeID(0)], limit: 2_800)?.reason
        == "with all its numbers written out the scene could have 2832 bytes, and the limit is 2800; "
        + "--maximum-source raises it")
  }

  @Test(arguments: [(Double.nan, "nan"), (-.infinity, "-inf")])
  func `what is no number any more is refused`(value: Double, word: String) throws {
    let scene = try loaded("param w = [1, 2]\nL = sum(w)\n")
    let learnt = Tensor([1, value], shape: Shape([2]))
    guard case .failure(let refusal) = scene.writing([(NodeID(0), learnt)]) else {
      Issue.record("it was written")
      return
    }
    #expect(refusal.reason == "w has become \(word): train with a lower rate")
  }
}
