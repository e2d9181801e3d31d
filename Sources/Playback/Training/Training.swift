package import Autograd
import DataSets
package import SceneLanguage

/// The training of a scene, which can be stepped, rewound and run again: a state is small, so some
/// are kept on the way, and going back is taking one up and repeating the steps from there.
///
/// The numbers depend on the scene alone: the same scene gives the same losses on every run.
package struct Training: Sendable {
  package let scene: Scene
  package let plan: Scene.TrainingPlan
  /// The loss of every step that was made, before its update.
  package private(set) var losses: [Double] = []
  private(set) var batches: Batches?
  private(set) var trainer: Trainer
  /// For the last, smaller batch of an epoch, where there is one.
  private(set) var rest: Trainer?
  private var checkpoints = Checkpoints()
  var settings: Settings

  /// Why a scene cannot be trained.
  package enum Obstacle: Error, Hashable, Sendable {
    /// It has no parameter that the output depends on.
    case noParameters
    /// More samples in a batch than there are.
    case batchTooLarge(Int, samples: Int)
    /// The graph needs all samples at once: what does not fit.
    case cannotBeBatched(String)
  }

  package init(
    _ scene: Scene, plan: Scene.TrainingPlan, output: NodeID? = nil
  ) throws(Obstacle) {
    self.scene = scene
    self.plan = plan
    settings = Settings(
      Settings.Setting(rate: plan.rate, zeroesGradients: plan.zeroesGradients))
    let output = output ?? scene.output
    let optimizer = Optimizer(plan)
    guard let size = plan.batch else {
      trainer = Trainer(scene.graph, output: output, optimizer: optimizer, rate: plan.rate)
      guard !trainer.parameters.isEmpty else { throw .noParameters }
      return
    }
    let batches = try Batches(scene.graph, size: size, seed: plan.seed)
    self.batches = batches
    trainer = Trainer(
      try batches.graph(of: size), output: output, optimizer: optimizer, rate: plan.rate)
    guard !trainer.parameters.isEmpty else { throw .noParameters }
    guard batches.restCount > 0 else { return }
    rest = Trainer(
      try batches.graph(of: batches.restCount), output: output, optimizer: optimizer,
      rate: plan.rate)
  }

  /// How many steps are done.
  package var stepCount: Int { losses.count }

  /// How fast the parameters follow their gradients in the next step; it may be changed on the way.
  package var rate: Double {
    get { settings[stepCount].rate }
    set { settings[stepCount].rate = newValue }
  }

  /// Whether the next step begins with gradients of 0; what the scene says unless it is changed.
  package var zeroesGradients: Bool {
    get { settings[stepCount].zeroesGradients }
    set { settings[stepCount].zeroesGradients = newValue }
  }

  /// How many steps go once through all samples.
  package var stepsPerEpoch: Int { batches?.stepsPerEpoch ?? 1 }

  /// About how many numbers a step computes and multiplies.
  package var workPerStep: Int {
    // A node costs as much as some hundred numbers, however few it has.
    3 * trainer.graph.work(to: trainer.output) + 1_000 * (trainer.output.index + 1)
  }

  /// The trainer that made the last step, with its values and gradients.
  var latest: Trainer {
    let isRest = stepCount > 0 && stepCount.isMultiple(of: stepsPerEpoch)
    return isRest ? rest ?? trainer : trainer
  }

  /// What the parameters are now, and what the optimizer keeps.
  package var state: Trainer.State { trainer.state }

  /// The parameters as tensors, in tape order.
  package var parameters: [(node: NodeID, tensor: Tensor)] {
    trainer.parameters.map { ($0, trainer.graph.leafTensor(of: $0) ?? Tensor(.nan)) }
  }
}

extension Training {
  /// Makes a step: forward, backward, update.
  ///
  /// - Returns: the loss before the update.
  @discardableResult
  package mutating func step() -> Double {
    let number = stepCount
    checkpoints.note(trainer.state, at: number)
    let samples = takeSamples()
    let zeroesGradients = zeroesGradients
    trainer.rate = rate
    guard samples == .rest, var smaller = rest else {
      losses.append(trainer.step(zeroesGradients: zeroesGradients))
      return losses[number]
    }
    smaller.rate = rate
    losses.append(smaller.step(zeroesGradients: zeroesGradients))
    trainer.state = smaller.state
    rest = smaller
    return losses[number]
  }

  /// Which graph a step goes over.
  enum Samples { case all, batch, rest }

  /// Puts the samples of the next step where it finds them.
  mutating func takeSamples() -> Samples {
    let step = stepCount
    guard let rows = batches?.rows(ofStep: step), let batches else { return .all }
    guard rows.count < batches.size, var smaller = rest else {
      batches.fill(&trainer, with: rows)
      return .batch
    }
    smaller.state = trainer.state
    batches.fill(&smaller, with: rows)
    rest = smaller
    return .rest
  }

  /// Goes to the moment after `count` steps: on, or back to a state that was kept and on from there.
  package mutating func go(to count: Int) {
    if count < stepCount { rewind(to: count) }
    while stepCount < count { step() }
  }

  /// Goes to the moment after `count` steps: back to a state that was kept, and on from there.
  ///
  /// - Precondition: not more steps than were made.
  package mutating func rewind(to count: Int) {
    precondition(count >= 0 && count <= stepCount, "only steps that were made can be gone back to")
    guard count < stepCount, let (step, state) = checkpoints.last(upTo: count) else {
      return
    }
    trainer.state = state
    losses.removeLast(losses.count - step)
    checkpoints.forget(after: step)
    for _ in step..<count { self.step() }
  }

  /// The first step whose loss was nan or infinite, counted from 0; nil where none was.
  package var firstNonFiniteLoss: Int? { losses.firstIndex { !$0.isFinite } }
}

extension Optimizer {
  init(_ plan: Scene.TrainingPlan) {
    switch plan.optimizer {
    case .sgd: self = plan.momentum == 0 ? .sgd : .momentum(plan.momentum)
    case .momentum: self = .momentum(plan.momentum == 0 ? 0.9 : plan.momentum)
    case .adam: self = .adam
    }
  }
}
