import Autograd
import SceneLanguage

extension Training {
  /// The next step, phase by phase; it is not made by that. Of mini-batches, the run is that of the
  /// batch: the scene's graph on fewer samples.
  package mutating func nextRun() -> Run {
    let (samples, state) = (takeSamples(), trainer.state)
    let graph = samples == .rest ? rest?.graph ?? trainer.graph : trainer.graph
    let batch = batches.map { batches in
      Moment.Batch(
        size: samples == .rest ? batches.restCount : batches.size, samples: batches.count)
    }
    let moment = Moment(
      step: stepCount + 1, plannedSteps: plan.plannedSteps(including: stepCount + 1),
      optimizer: trainer.optimizer, rate: rate,
      zeroesGradients: zeroesGradients, batch: batch, parameters: trainer.parameters,
      kept: state.kept, carried: state.carried)
    return Run(scene: scene.replacing(graph), output: trainer.output, moment: moment)
  }
}
