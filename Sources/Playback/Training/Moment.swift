package import Autograd
package import SceneLanguage

/// The step of a training that a run shows: what it begins with, and how it will end.
package struct Moment: Sendable {
  /// Which step of the training it is, from 1.
  package let step: Int
  /// How many steps the scene asks for, or a multiple of that once more are made.
  package let plannedSteps: Int
  package let optimizer: Optimizer
  package let rate: Double
  /// Whether the gradients of the parameters are set to 0 before the backward pass.
  package let zeroesGradients: Bool
  /// How many of how many samples it sees; nil where it sees all.
  package let batch: Batch?
  /// The parameters that training changes, in tape order.
  package let parameters: [NodeID]
  /// What the optimizer keeps for each of them, one list after the other.
  let kept: [[Double]]
  /// What the step before left of the gradient of each of them; empty in the first step.
  let carried: [[Double]]

  /// The samples of a step.
  package struct Batch: Hashable, Sendable {
    package let size: Int
    package let samples: Int
  }
}

extension Moment {
  /// The first step of a scene's training.
  ///
  /// Nil where nothing is trained, and where a step sees a part of the samples: the scene's own
  /// graph, of all of them, is then that of no step.
  package init?(firstOf scene: Scene, output: NodeID) {
    guard let plan = scene.training, plan.batch == nil else { return nil }
    let graph = scene.graph
    parameters = graph.parameters(of: output)
    guard !parameters.isEmpty else { return nil }
    let optimizer = Optimizer(plan)
    (step, plannedSteps, rate) = (1, plan.steps, plan.rate)
    (zeroesGradients, batch, carried) = (plan.zeroesGradients, nil, [])
    self.optimizer = optimizer
    kept = parameters.map {
      Array(repeating: 0, count: graph.shape(of: $0).count * optimizer.stateCount)
    }
  }

  /// The place of a node among the parameters; nil for other nodes.
  func place(of node: NodeID) -> Int? {
    var (low, high) = (0, parameters.count)
    while low < high {
      let middle = low + (high - low) / 2
      if parameters[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < parameters.count && parameters[low] == node ? low : nil
  }

  /// What the backward pass adds to: nothing where the gradients are set to 0 before it.
  var added: [(node: NodeID, elements: [Double])] {
    zeroesGradients ? [] : zip(parameters, carried).map { (node: $0, elements: $1) }
  }
}

extension Run {
  /// The run a lesson on a scene begins with: that of its first step of training, where it has one.
  package init(beginning scene: Scene, output: NodeID) {
    self.init(scene: scene, output: output, moment: Moment(firstOf: scene, output: output))
  }
}
