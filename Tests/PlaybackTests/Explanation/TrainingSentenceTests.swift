import Playback
import SceneLanguage
import Testing

/// What is said about the phases around the backward pass.
struct TrainingSentenceTests {
  private func drawings(_ text: String, of phase: Step.Phase, step: Int) throws -> [String] {
    let scene = try Scene.reading(text)
    var training = try Training(scene, plan: try #require(scene.training))
    training.go(to: step - 1)
    let run = training.nextRun()
    return (0..<run.stepCount).filter { run.step(at: $0).phase == phase }
      .map { ExplanationDrawing.of($0, in: run) }
  }

  private static let scene = "param w = 1\nparam b = 0.5\nL = (2 * w + b - 3)^2\n"

  @Test func `zero_grad says what it clears`() throws {
    #expect(
      try drawings(Self.scene + "train(rate: 0.05)\n", of: .zero, step: 2) == [
        """
        zero_grad: the gradients of 2 parameters are set to 0
          ∂L/∂w = 0
          ∂L/∂b = 0
        - Step 1 left ∂L/∂w = -2, ∂L/∂b = -1; backward would add to that.
        """
      ])
    #expect(
      try drawings("param w = 1\nL = w * w\ntrain(rate: 0.05)\n", of: .zero, step: 1) == [
        """
        zero_grad: the gradient of 1 parameter is set to 0
          ∂L/∂w = 0
        - In the first step there is nothing to clear; in the next ones there is.
        """
      ])
  }

  @Test func `an update is its formula, its numbers, its result`() throws {
    #expect(
      try drawings(Self.scene + "train(rate: 0.05)\n", of: .update, step: 1) == [
        """
        w is updated by sgd, at the rate 0.05
          w <- w - 0.05 · ∂L/∂w
             = 1 - 0.05 · (-2)
             = 1.1
        reads w.data w.grad
        """,
        """
        b is updated by sgd, at the rate 0.05
          b <- b - 0.05 · ∂L/∂b
             = 0.5 - 0.05 · (-1)
             = 0.55
        reads b.data b.grad
        """,
      ])
  }

  @Test func `momentum says its velocity`() throws {
    #expect(
      try drawings(
        Self.scene + "train(rate: 0.05, optimizer: momentum, momentum: 0.5)\n", of: .update, step: 2
      )[0] == """
        w is updated by momentum, at the rate 0.05
          velocity <- 0.5 · velocity + ∂L/∂w
                    = 0.5 · (-2) + (-1)
                    = -2
          w <-        w - 0.05 · velocity
                    = 1.1 - 0.05 · (-2)
                    = 1.2
        reads w.data w.grad
        """)
  }

  @Test func `adam says its two means, and what makes up for their start`() throws {
    #expect(
      try drawings(Self.scene + "train(rate: 0.1, optimizer: adam)\n", of: .update, step: 2)[0]
        == """
        w is updated by adam, at the rate 0.1
          m <- 0.9 · m + 0.1 · ∂L/∂w
             = 0.9 · (-0.2) + 0.1 · (-0.8)
             = -0.26
          v <- 0.999 · v + 0.001 · ∂L/∂w · ∂L/∂w
             = 0.999 · 0.004 + 0.001 · (-0.8) · (-0.8)
             = 0.004636
          m' = m / (1 - 0.9²)
             = -0.26 / 0.19
             = -1.368
          v' = v / (1 - 0.999²)
             = 0.004636 / 0.001999
             = 2.319
          w <- w - 0.1 · m' / (√(v') + 1e-08)
             = 1.1 - 0.1 · (-1.368) / (√(2.319) + 1e-08)
             = 1.19
        - m' and v' make up for the start of m and v at 0.
        reads w.data w.grad
        """)
  }

  @Test func `a tensor is updated as a whole`() throws {
    let text = "param W = [[1, 2], [3, 4]]\nparam V = ones(4, 5)\nL = sum(W^2) + sum(V^2)\n"
    #expect(
      try drawings(text + "train(rate: 0.25)\n", of: .update, step: 1) == [
        """
        W (2, 2) is updated by sgd, at the rate 0.25
          W <- W - 0.25 · ∂L/∂W
             = [[1, 2], [3, 4]] - 0.25 · [[2, 4], [6, 8]]
             = [[0.5, 1], [1.5, 2]]
        reads W.data W.grad
        """,
        """
        V (4, 5) is updated by sgd, at the rate 0.25
          V <- V - 0.25 · ∂L/∂V
             = (4, 5) from 0.5 to 0.5, mean 0.5
        - What its elements change by goes from -0.5 to -0.5, mean -0.5.
        reads V.data V.grad
        """,
      ])
  }

  @Test func `what was carried over is said with the first contribution and with the sum`() throws {
    let text = "param a = 2\nb = 3 * a\nL = b * b\ntrain(rate: 0, zero_grad: off)\n"
    let drawn = try drawings(text, of: .backward, step: 2)
    #expect(
      drawn.suffix(2) == [
        """
        b passes its gradient to a
          ∂L/∂a += ∂L/∂b · ∂b/∂a
                 = ∂L/∂b · 3
                 = 12 · 3
                 = 36
          ∂L/∂a =  36 + 36
                 = 72
        - 36 was there before, from training step 1: backward adds to what it finds.
        reads b.grad 3.data a.grad
        """,
        """
        a's gradient is final
          ∂L/∂a = carried + ∂L/∂b · ∂b/∂a
                = 36 + 36
                = 72
        - Nothing more can arrive.
        - It is not the derivative: 36 of it was carried over, because zero_grad was left out.
        reads a.grad
        """,
      ])
  }

  @Test func `a parameter that does not move says why`() throws {
    let text = "param w = 1\nL = relu(-w)\n"
    #expect(
      try drawings(text + "train(rate: 0.05)\n", of: .update, step: 1)[0]
        .contains("- Its gradient is 0: it stays as it is."))
    #expect(
      try drawings(Self.scene + "train(rate: 0)\n", of: .update, step: 1)[0]
        .contains("- The rate is 0: w stays as it is."))
  }

  @Test(arguments: ["sgd", "momentum", "adam"])
  func `the numbers of an update give its results, bit by bit`(optimizer: String) throws {
    let text = "param w = 0.3\nparam b = -1.7\nL = (tanh(w) * b - 3)^2\n"
    let scene = try Scene.reading(text + "train(rate: 0.03, optimizer: \(optimizer))\n")
    var training = try Training(scene, plan: try #require(scene.training))
    for step in 0..<6 {
      training.go(to: step)
      let run = training.nextRun()
      let updates = (0..<run.stepCount).filter { run.step(at: $0).phase == .update }
      #expect(updates.count == 2)
      for update in updates {
        let lines = run.explanation(of: update, digits: .all).derivation
        for line in lines where line.kind != .rule {
          #expect(line.right.evaluate()?.bitPattern == line.value.bitPattern)
        }
        let value = run.value(of: run.step(at: update).node, at: update + 1)
        #expect(lines.last?.value.bitPattern == value?.bitPattern)
      }
    }
  }
}
