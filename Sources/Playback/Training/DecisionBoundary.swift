package import Autograd
package import SceneLanguage

/// What a network that takes two numbers says all over the plane: the graph computed once more, on
/// a grid of points in place of the samples.
package struct DecisionBoundary: Sendable {
  /// The samples' two numbers and their labels, where the scene has any.
  package let points: [(x: Double, y: Double, label: Double?)]
  /// The plane that is shown: all samples with a margin.
  package let x: ClosedRange<Double>
  package let y: ClosedRange<Double>

  private let graph: Graph
  private let inputs: NodeID
  private let score: NodeID
  private let sampleCount: Int

  /// Nil where the graph has no leaf of points in the plane, or computes nothing from it that
  /// depends on no target.
  package init?(_ scene: Scene) {
    let graph = scene.graph
    guard
      let inputs = graph.nodes.first(where: {
        let shape = graph.shape(of: $0)
        return graph.operation(of: $0).isLeaf && graph.operation(of: $0) != .parameter
          && shape.rank == 2 && shape.extents[1] == 2 && shape.extents[0] > 0
      }), let values = graph.leafTensor(of: inputs)
    else { return nil }
    let count = values.shape.extents[0]
    guard let score = graph.score(from: inputs, samples: count) else { return nil }
    (self.graph, self.inputs, self.score, sampleCount) = (graph, inputs, score, count)
    let labels = graph.labels(samples: count, beside: inputs)
    points = (0..<count).map { row in
      (values.elements[2 * row], values.elements[2 * row + 1], labels?.elements[row])
    }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    guard (xs + ys).allSatisfy(\.isFinite) else { return nil }
    x = Self.range(xs)
    y = Self.range(ys)
  }

  private static func range(_ numbers: [Double]) -> ClosedRange<Double> {
    let (least, largest) = (numbers.min() ?? 0, numbers.max() ?? 0)
    let margin = max((largest - least) * 0.1, 0.1)
    return least - margin...largest + margin
  }

  /// The score at the middle of every cell of a grid, the top row first; nil where the graph asks
  /// for as many points as there are samples.
  package func scores(columns: Int, rows: Int, parameters: [(node: NodeID, tensor: Tensor)])
    -> [Double]?
  {
    let count = columns * rows
    var leaves: [NodeID: Tensor] = [:]
    for (node, tensor) in parameters { leaves[node] = tensor }
    for node in graph.nodes where graph.holdsSamples(node, count: sampleCount) {
      let extents = [count] + graph.shape(of: node).extents.dropFirst()
      leaves[node] = Tensor(repeating: 0, shape: Shape(extents))
    }
    leaves[inputs] = Tensor(
      (0..<count).flatMap {
        [place($0 % columns, columns, x), place(rows - 1 - $0 / columns, rows, y)]
      },
      shape: Shape([count, 2]))
    guard let grid = try? graph.replacing(leaves) else { return nil }
    let scores = grid.value(of: score, in: grid.forward(through: score))
    return scores.elements.count == count ? scores.elements : nil
  }

  private func place(_ cell: Int, _ count: Int, _ range: ClosedRange<Double>) -> Double {
    let width = range.upperBound - range.lowerBound
    return range.lowerBound + width * (Double(cell) + 0.5) / Double(count)
  }

  /// What parts the two classes: one half where the score is a probability, else 0.
  package var threshold: Double {
    let node = graph.operands(of: score).first ?? score
    let names = [score, node].map { graph.operation(of: $0).name }
    return names.contains("sigmoid") ? 0.5 : 0
  }
}

extension Graph {
  /// Whether a leaf has a row for each sample.
  fileprivate func holdsSamples(_ node: NodeID, count: Int) -> Bool {
    operation(of: node).isLeaf && operation(of: node) != .parameter
      && shape(of: node).extents.first == count
  }

  /// The last node with a number for each sample that depends on the inputs and on no other samples.
  fileprivate func score(from inputs: NodeID, samples: Int) -> NodeID? {
    var (feeds, isMixed) = (
      [Bool](repeating: false, count: count), [Bool](repeating: false, count: count)
    )
    var score: NodeID?
    for node in nodes {
      feeds[node.index] = node == inputs
      isMixed[node.index] = node != inputs && holdsSamples(node, count: samples)
      for operand in operands(of: node) {
        if feeds[operand.index] { feeds[node.index] = true }
        if isMixed[operand.index] { isMixed[node.index] = true }
      }
      let shape = shape(of: node)
      let isOneEach = shape.count == samples && shape.extents.first == samples
      if feeds[node.index], !isMixed[node.index], isOneEach, node != inputs { score = node }
    }
    return score
  }

  /// The first leaf with one number for each sample.
  fileprivate func labels(samples: Int, beside inputs: NodeID) -> Tensor? {
    nodes.first { $0 != inputs && holdsSamples($0, count: samples) && shape(of: $0).rank == 1 }
      .flatMap { leafTensor(of: $0) }
  }
}
