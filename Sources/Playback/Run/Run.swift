package import Autograd
package import SceneLanguage

/// A scene computed once, forward and backward, as a list of steps.
///
/// Steps are not stored one by one but derived from four columns, so a run of a million nodes is
/// built in one pass over its edges, and every question about any moment is a look-up.
package struct Run: Sendable {
  package let scene: Scene
  package let output: NodeID
  /// Every node's value, in tape order; nan where it is a tensor: see `tensor(of:)`.
  package let values: [Double]
  /// Every node's final gradient; nil where there never is one, and nan where it is a tensor: see
  /// `gradientTensor(of:)`.
  package let gradients: [Double?]
  /// All elements of a graph with tensors, as its passes gave them; nil where all nodes are numbers.
  let elements: Elements?
  package let labels: Labels

  /// Every contribution, receiver by receiver, in the order of arrival.
  let entries: [Entry]
  /// The slot of each entry at its consumer.
  let slots: [UInt8]
  /// Where each node's entries start; one more than there are nodes.
  let firstEntries: [Int32]
  /// The backward phase step by step: an entry's index, or a final node's index inverted.
  let backwardSteps: [Int32]
  /// The first node in tape order whose value is nan or infinite.
  let firstNonFiniteValue: NodeID?

  /// What is stored of one contribution; the rest follows from the tape.
  struct Entry: Hashable, Sendable {
    var local: Double
    var amount: Double
    var total: Double
    var from: Int32
    var step: Int32
  }

  package init(scene: Scene) {
    self.init(scene: scene, output: scene.output)
  }

  /// The run whose backward pass starts at `output` instead of the scene's own choice.
  package init(scene: Scene, output: NodeID) {
    let graph = scene.graph
    let values = graph.forward()
    let receives = graph.receivesGradient(from: output)
    var recording = Recording(nodeCount: graph.count)
    let gradients: [Double]
    if graph.isScalar {
      gradients = graph.backward(from: output, values: values) { recording.note($0) }
      elements = nil
      self.values = values
    } else {
      let elements = Elements(graph, output: output, values: values, into: &recording)
      (self.elements, self.values) = (elements, elements.numbers)
      gradients = elements.gradientNumbers
    }
    recording.arrange(output: output)

    self.scene = scene
    self.output = output
    self.gradients = gradients.indices.map { receives[$0] ? gradients[$0] : nil }
    labels = Labels(scene: scene)
    entries = recording.entries
    slots = recording.slots
    firstEntries = recording.firstEntries
    backwardSteps = recording.backwardSteps
    firstNonFiniteValue =
      elements.map(\.firstNonFinite) ?? values.firstIndex { !$0.isFinite }.map { NodeID($0) }
  }
}
