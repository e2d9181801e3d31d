import Autograd
package import Playback
import SceneLanguage

/// What a scene states beside what is true, for `check`.
package struct CheckReport {
  let run: Run
  let expectations: [Outcome]
  let gradients: GradientCheck

  /// One `expect` line and what came out.
  struct Outcome {
    let expectation: Scene.Expectation
    /// Nil where the node never gets a gradient.
    let actual: Tensor?
  }

  package init(run: Run) {
    self.run = run
    expectations = run.scene.expectations.map { expectation in
      let node = expectation.node
      return Outcome(
        expectation: expectation,
        actual: expectation.isGradient ? run.gradientTensor(of: node) : run.tensor(of: node))
    }
    gradients = GradientCheck(of: run.scene.graph, output: run.output, includesComputed: true)
  }

  package var passed: Bool {
    expectations.allSatisfy(\.passed) && gradients.entries.allSatisfy(\.agrees)
  }
}

extension CheckReport.Outcome {
  /// What came out minus what is stated, element by element.
  var difference: Tensor? {
    actual.map { actual in
      Tensor(
        zip(actual.elements, expectation.value.elements).map { $0 - $1 }, shape: actual.shape)
    }
  }

  /// Every element equal, both nan, or as near as the stated tolerance, which is relative to the
  /// larger.
  var passed: Bool { actual != nil && firstUnlike == nil }

  /// The first element that is not as stated.
  var firstUnlike: Int? {
    guard let actual else { return nil }
    return actual.elements.indices.first {
      !agree(actual.elements[$0], expectation.value.elements[$0])
    }
  }

  private func agree(_ actual: Double, _ stated: Double) -> Bool {
    if actual == stated || (actual.isNaN && stated.isNaN) { return true }
    let scale = max(actual.magnitude, stated.magnitude)
    return scale.isFinite && (actual - stated).magnitude <= expectation.tolerance * scale
  }

  /// As the scene writes it: `grad(x)`.
  var subject: String {
    expectation.isGradient ? "grad(\(expectation.name))" : expectation.name
  }
}
