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
    let actual: Double?
  }

  package init(run: Run) {
    self.run = run
    expectations = run.scene.expectations.map { expectation in
      let index = expectation.node.index
      return Outcome(
        expectation: expectation,
        actual: expectation.isGradient ? run.gradients[index] : run.values[index])
    }
    gradients = GradientCheck(of: run.scene.graph, output: run.output, includesComputed: true)
  }

  package var passed: Bool {
    expectations.allSatisfy(\.passed) && gradients.entries.allSatisfy(\.agrees)
  }
}

extension CheckReport.Outcome {
  var difference: Double? { actual.map { $0 - expectation.value } }

  /// Equal, both nan, or as near as the stated tolerance, which is relative to the larger.
  var passed: Bool {
    guard let actual else { return false }
    let stated = expectation.value
    if actual == stated || (actual.isNaN && stated.isNaN) { return true }
    let scale = max(actual.magnitude, stated.magnitude)
    return scale.isFinite && (actual - stated).magnitude <= expectation.tolerance * scale
  }

  /// As the scene writes it: `grad(x)`.
  var subject: String {
    expectation.isGradient ? "grad(\(expectation.name))" : expectation.name
  }
}
