package import Playback

/// Every node's value and gradient, for `eval`.
package struct EvalReport {
  let run: Run

  package init(run: Run) {
    self.run = run
  }
}
