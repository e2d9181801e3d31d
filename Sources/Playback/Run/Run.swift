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

  /// The step of a training that the run belongs to; nil outside of one.
  package let moment: Moment?
  /// What the optimizer makes of each of the moment's parameters.
  let updates: [Update]
  /// The steps with which the seed and the updates begin.
  let seedStep: Int
  let updateStep: Int

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
  ///
  /// - Parameter moment: the step of a training it belongs to; its phases are steps of the run then.
  package init(scene: Scene, output: NodeID, moment: Moment? = nil) {
    let graph = scene.graph
    let values = graph.forward()
    let receives = graph.receivesGradient(from: output)
    var recording = Recording(nodeCount: graph.count)
    let carried = moment?.added ?? []
    let gradients: [Double]
    if graph.isScalar {
      gradients = graph.backward(from: output, values: values, carried: carried) {
        recording.note($0)
      }
      elements = nil
      self.values = values
    } else {
      let elements = Elements(
        graph, output: output, values: values, carried: carried, into: &recording)
      (self.elements, self.values) = (elements, elements.numbers)
      gradients = elements.gradientNumbers
    }
    seedStep = graph.count + (moment?.zeroesGradients == true ? 1 : 0)
    recording.arrange(from: seedStep + 2, carried: carried.filter { $0.node != output })
    updateStep = seedStep + 2 + recording.backwardSteps.count

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
    self.moment = moment
    let flat = elements?.gradients ?? gradients
    updates = moment.map { Self.updates(at: $0, of: graph, flat) } ?? []
  }
}
