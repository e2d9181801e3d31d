import Playback

/// A forward and a backward pass over each form of a scene, for somebody who has a clock.
package struct Passes: Sendable {
  let forms: ScalarForms

  package func makeOverTensors() { _ = forms.tensors.repeatPasses() }
  package func makeOverScalars() { _ = forms.scalars.repeatPasses() }
}
