import Autograd
import DataSets

/// Mini-batches: which leaves hold samples, and which samples each step sees.
///
/// Samples are the rows of the leaves, parameters aside, that have as many as the longest of them.
/// In every epoch they come in another order, which the seed decides.
struct Batches: Sendable {
  let size: Int
  private let graph: Graph
  let count: Int
  private let leaves: [NodeID]
  private let order: RandomStream
  /// The order of the epoch that was asked for last.
  private var epoch: (number: Int, order: [Int])?

  init(_ graph: Graph, size: Int, seed: Int) throws(Training.Obstacle) {
    let candidates = graph.nodes.filter {
      let operation = graph.operation(of: $0)
      return operation.isLeaf && operation != .parameter && graph.shape(of: $0).rank > 0
    }
    let count = candidates.map { graph.shape(of: $0).extents[0] }.max() ?? 0
    guard size <= count else { throw .batchTooLarge(size, samples: count) }
    self.size = size
    self.graph = graph
    self.count = count
    leaves = candidates.filter { graph.shape(of: $0).extents[0] == count }
    order = RandomStream(seed: seed)
  }

  var stepsPerEpoch: Int { (count + size - 1) / size }
  /// How many samples the last batch of an epoch has, where it is smaller than the others.
  var restCount: Int { count % size }

  /// The graph for so many samples at once.
  func graph(of rows: Int) throws(Training.Obstacle) -> Graph {
    var samples: [NodeID: Tensor] = [:]
    for leaf in leaves {
      let shape = graph.shape(of: leaf)
      samples[leaf] = Tensor(repeating: 0, shape: Shape([rows] + shape.extents.dropFirst()))
    }
    do {
      return try graph.replacing(samples)
    } catch {
      throw .cannotBeBatched("\(error)")
    }
  }

  /// The samples of a step, in the order of its epoch.
  mutating func rows(ofStep step: Int) -> [Int] {
    let (number, place) = step.quotientAndRemainder(dividingBy: stepsPerEpoch)
    if epoch?.number != number {
      epoch = (number, order.branch(number).permutation(count: count))
    }
    guard let order = epoch?.order else { return [] }
    return Array(order[place * size..<min(count, (place + 1) * size)])
  }

  /// Puts the samples into the trainer's leaves.
  func fill(_ trainer: inout Trainer, with rows: [Int]) {
    for leaf in leaves {
      guard let source = graph.leafTensor(of: leaf) else { continue }
      trainer.fill(leaf, with: rows, of: source)
    }
  }
}
