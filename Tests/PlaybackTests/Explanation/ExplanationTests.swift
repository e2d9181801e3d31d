import Autograd
import Playback
import SceneLanguage
import Testing

struct ExplanationTests {
  @Test func `a contribution is rule, symbols, numbers, result, one replacement a line`() throws {
    try expect(
      "x = 2\nw = 0.5\na = x^2\nb = w * a\nc = sigmoid(b)\ng = log(c)\nL = -g",
      contributionTo: "b",
      """
      c passes its gradient to b
        ∂L/∂b += ∂L/∂c · ∂c/∂b
               = ∂L/∂c · c · (1 - c)
               = -1.135 · 0.8808 · (1 - 0.8808)
               = -1.135 · 0.105
               = -0.1192
      - The derivative of σ is out · (1 - out), read from its output c.
      reads c.grad c.data
      """)
  }

  @Test func `with all digits every number reads back`() throws {
    try expect(
      "x = 0.1\na = log(x)\nL = a * a", contributionTo: "x", digits: .all,
      """
      a passes its gradient to x
        ∂L/∂x += ∂L/∂a · ∂a/∂x
               = ∂L/∂a · (1 / x)
               = -4.605170185988091 · (1 / 0.1)
               = -4.605170185988091 · 10
               = -46.05170185988091
      - The derivative of log is 1 / x, read from its input x.
      reads a.grad x.data
      """)
  }

  @Test func `a power with a number for its exponent shows the derivative one learns`() throws {
    try expect(
      "x = 5\na = x^3\nL = 2 * a", contributionTo: "x",
      """
      a passes its gradient to x
        ∂L/∂x += ∂L/∂a · ∂a/∂x
               = ∂L/∂a · 3 · x²
               = 2 · 3 · 5²
               = 2 · 75
               = 150
      reads a.grad x.data 3.data
      """)
  }

  @Test func `a node in both slots receives twice and the slots are told apart`() throws {
    try expect(
      "x = 3\na = x * x\nL = 2 * a", contributionTo: "x",
      """
      a passes its gradient to x, its first operand
        ∂L/∂x += ∂L/∂a · ∂a/∂x₁
               = ∂L/∂a · x
               = 2 · 3
               = 6
      - 1 of 2 in: an edge carries one part of ∂L/∂x, not the whole.
      - x₁ and x₂ are x as the first and as the second operand of a.
      reads a.grad x.data
      """,
      """
      a passes its gradient to x, its second operand
        ∂L/∂x += ∂L/∂a · ∂a/∂x₂
               = ∂L/∂a · x
               = 2 · 3
               = 6
        ∂L/∂x =  6 + 6
               = 12
      - 2 of 2 in: the sum of the parts is the whole ∂L/∂x.
      - x₁ and x₂ are x as the first and as the second operand of a.
      reads a.grad x.data x.grad
      """)
  }

  @Test func `a closed relu says which case applies and why its 0 is real`() throws {
    try expect(
      "b = -3\nr = relu(b)\nL = 2 * r", contributionTo: "b",
      """
      r passes its gradient to b
        ∂L/∂b += ∂L/∂r · ∂r/∂b
               = ∂L/∂r · 0
               = 2 · 0
               = 0
      - The rule for b < 0 applies: b = -3.
      - It is a real 0: relu lets nothing through where b < 0.
      reads r.grad b.data
      """)
  }

  @Test func `at a kink the convention is named`() throws {
    try expect(
      "b = 0\nr = abs(b)\nL = 2 * r", contributionTo: "b",
      """
      r passes its gradient to b
        ∂L/∂b += ∂L/∂r · ∂r/∂b
               = ∂L/∂r · 0
               = 2 · 0
               = 0
      - The rule for b = 0 applies.
      - abs has no derivative here. Convention: The derivative at 0 is 0.
      - It is a real 0: abs lets nothing through where b = 0.
      reads r.grad b.data
      """)
  }

  @Test func `a saturated function says so`() throws {
    try expect(
      "b = 100\nr = tanh(b)\nL = 2 * r", contributionTo: "b",
      """
      r passes its gradient to b
        ∂L/∂b += ∂L/∂r · ∂r/∂b
               = ∂L/∂r · (1 - r²)
               = 2 · (1 - 1²)
               = 2 · 0
               = 0
      - The derivative of tanh is 1 - out², read from its output r.
      - It is a real 0: tanh is saturated at r = 1.
      reads r.grad r.data
      """)
  }

  @Test func `a factor of 0 and an upstream of 0 are told apart`() throws {
    try expect(
      "x = 3\nz = 0\na = 5 * x\nL = a * z", contributionTo: "a",
      """
      L passes its gradient to a
        ∂L/∂a += ∂L/∂L · z
               = 1 · 0
               = 0
      - It is a real 0: the local derivative, z, is 0 here.
      reads L.grad z.data
      """)
    try expect(
      "x = 3\nz = 0\na = 5 * x\nL = a * z", contributionTo: "x",
      """
      a passes its gradient to x
        ∂L/∂x += ∂L/∂a · ∂a/∂x
               = ∂L/∂a · 5
               = 0 · 5
               = 0
      - It is a real 0: ∂L/∂a is 0, so there is nothing to pass on.
      reads a.grad 5.data
      """)
  }

  @Test func `nan says where it began, on the way there and on the way back`() throws {
    try expect(
      "x = -1\na = log(x)\nL = a * x", contributionTo: "x",
      """
      L passes its gradient to x
        ∂L/∂x += ∂L/∂L · a
               = 1 · nan
               = nan
      - 1 of 2 in: an edge carries one part of ∂L/∂x, not the whole.
      - nan first appears at a = log(x), where x = -1.
      reads L.grad a.data
      """,
      """
      a passes its gradient to x
        ∂L/∂x += ∂L/∂a · ∂a/∂x
               = ∂L/∂a · (1 / x)
               = -1 · (1 / (-1))
               = -1 · (-1)
               = 1
        ∂L/∂x =  nan + 1
               = nan
      - 2 of 2 in: the sum of the parts is the whole ∂L/∂x.
      - The derivative of log is 1 / x, read from its input x.
      - nan first appears at a = log(x), where x = -1.
      reads a.grad x.data x.grad
      """)
  }

  @Test func `an infinite slope is where infinity begins`() throws {
    try expect(
      "x = 0\na = sqrt(x)\nL = 3 * a", contributionTo: "x",
      """
      a passes its gradient to x
        ∂L/∂x += ∂L/∂a · ∂a/∂x
               = ∂L/∂a · (0.5 / a)
               = 3 · (0.5 / 0)
               = 3 · inf
               = inf
      - The derivative of √ is 0.5 / out, read from its output a.
      - sqrt has no derivative here. Convention: The derivative at 0 is infinite.
      - This inf first appears in step 9: ∂L/∂x += 3 · inf.
      reads a.grad a.data
      """)
  }

  @Test func `values, the seed and finals say how their number comes about`() throws {
    let run = Run(scene: try Scene.reading("x = 3\nparam w = 2\na = w * x\nL = a - x * 0.5"))
    #expect(
      (0..<run.stepCount).map { run.text(of: $0) } == [
        "x = 3", "w = 2", "a = w · x = 2 · 3 = 6", "0.5 is a constant: no gradient goes to it",
        "v4 = x · 0.5 = 3 · 0.5 = 1.5", "L = a - v4 = 6 - 1.5 = 4.5",
        "∂L/∂L = 1: L changes exactly as much as itself", "∂L/∂L = 1, final",
        "∂L/∂a += ∂L/∂L · 1 = 1 · 1 = 1", "∂L/∂a = ∂L/∂L · 1 = 1 · 1 = 1, final",
        "∂L/∂v4 += ∂L/∂L · (-1) = 1 · (-1) = -1", "∂L/∂v4 = ∂L/∂L · (-1) = 1 · (-1) = -1, final",
        "∂L/∂x += ∂L/∂v4 · ∂v4/∂x = -1 · 0.5 = -0.5",
        "∂L/∂w += ∂L/∂a · ∂a/∂w = 1 · 3 = 3", "∂L/∂w = ∂L/∂a · ∂a/∂w = 1 · 3 = 3, final",
        "∂L/∂x += ∂L/∂a · ∂a/∂x = 1 · 2 = 2; ∂L/∂x = -0.5 + 2 = 1.5",
        "∂L/∂x = ∂L/∂v4 · ∂v4/∂x + ∂L/∂a · ∂a/∂x = -0.5 + 2 = 1.5, final",
      ])
  }

  @Test func `contributions that cancel are a real 0`() throws {
    let run = Run(scene: try Scene.reading("x = 3\nL = x - x"))
    #expect(
      ExplanationDrawing.of(run.stepCount - 1, in: run) == """
        x's gradient is final
          ∂L/∂x = ∂L/∂L · 1 + ∂L/∂L · (-1)
                = 1 + (-1)
                = 0
        - Nothing more can arrive.
        - A real 0: the contributions cancel.
        reads x.grad
        """)
  }

  @Test func `a long sum is left to the ledger`() throws {
    let sum = (0..<20).map { "\($0 + 1) * x" }.joined(separator: " + ")
    let run = Run(scene: try Scene.reading("x = 3\nL = \(sum)"))
    #expect(
      ExplanationDrawing.of(run.stepCount - 1, in: run) == """
        x's gradient is final
          ∂L/∂x = 210
        - Nothing more can arrive.
        - It is the sum of 20 contributions.
        reads x.grad
        """)
  }

  @Test func `a name in the text is never mistaken for an anonymous node`() throws {
    let scene = try Scene.reading("v1 = 3\nb = exp(-v1)\nv3 = b * 2\nL = v3 * (v1 + 1)")
    let run = Run(scene: scene)
    let labels = scene.graph.nodes.map { run.labels[$0] }
    #expect(Set(labels).count == labels.filter { $0 != "2" && $0 != "1" }.count + 2)
    #expect(run.labels[NodeID(1)] == "#1")
  }

  private func expect(
    _ text: String, contributionTo name: String, digits: Digits = .four, _ drawings: String...
  ) throws {
    let scene = try Scene.reading(text)
    let run = Run(scene: scene)
    let node = try scene.node(name)
    let drawn = run.steps(of: node).compactMap { step -> String? in
      guard case .contribution = run.step(at: step).kind else { return nil }
      return ExplanationDrawing.of(step, in: run, digits: digits)
    }
    #expect(drawn == drawings)
  }
}
