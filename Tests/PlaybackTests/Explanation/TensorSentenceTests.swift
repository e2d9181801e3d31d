import Playback
import SceneLanguage
import Testing

struct TensorSentenceTests {
  private func explanations(_ text: String) throws -> [(sentence: String, remarks: [String])] {
    let run = Run(scene: try Scene.reading(text))
    return (0..<run.stepCount).map {
      let explanation = run.explanation(of: $0)
      return (explanation.sentence(run.labels), explanation.remarks)
    }
  }

  @Test func `a product says its shapes, and why no other product fits`() throws {
    let steps = try explanations(
      "const X = ones(4, 3)\nparam W = ones(3, 2)\nY = X @ W\nL = sum(Y)")
    #expect(steps[2].sentence == "Y (4, 2) is computed from X (4, 3) and W (3, 2)")
    let step = try #require(steps.first { $0.sentence.contains("to W") })
    #expect(step.sentence == "Y (4, 2) passes its gradient to W (3, 2)")
    #expect(
      step.remarks == [
        "X.T (3, 4) @ ∂L/∂Y (4, 2) has the shape of W, (3, 2): no other product of the two has."
      ])
    #expect(steps.contains { $0.sentence == "The gradient of W (3, 2) is final" })
  }

  @Test func `where several products fit, it does not say there is one`() throws {
    let steps = try explanations(
      "const X = ones(2, 2)\nparam W = ones(2, 2)\nY = X @ W\nL = sum(Y)")
    let step = try #require(steps.first { $0.sentence.contains("to W") })
    #expect(step.remarks == ["X.T (2, 2) @ ∂L/∂Y (2, 2) has the shape of W, (2, 2)."])
  }

  @Test func `what was stretched says so`() throws {
    let steps = try explanations("const X = ones(4, 3)\nparam b = [1, 2, 3]\nL = sum(X + b)")
    let step = try #require(steps.first { $0.sentence.contains("gradient to b") })
    #expect(step.remarks.first?.hasPrefix("b (3) was stretched to (4, 3)") == true)
  }
}
