import Autograd
import Playback
import SceneLanguage

extension PythonReport {
  /// The nodes by how large the numbers are that they are computed from, in steps of 1e5 down from
  /// the largest of all. Leaves from which nothing of their size is computed are with the largest.
  ///
  /// Rounding is relative to those numbers, and 1e-14 of the largest one would be more than what
  /// two libraries may differ by where a node has nothing to do with it.
  var nodesBySize: [[NodeID]] {
    let graph = run.scene.graph
    var sizes = graph.nodes.map(largestNumber)
    for node in graph.nodes {
      for operand in graph.operands(of: node) {
        sizes[node.index] = max(sizes[node.index], sizes[operand.index])
      }
    }
    let largest = sizes.max() ?? 0
    let steps = sizes.map { Self.steps(from: largest, to: $0) }
    let computed = Set(
      graph.nodes.filter { !graph.operation(of: $0).isLeaf }.map { steps[$0.index] })
    var groups: [Int: [NodeID]] = [:]
    for node in graph.nodes {
      let step = steps[node.index]
      groups[computed.contains(step) ? step : 0, default: []].append(node)
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  private static func steps(from largest: Double, to size: Double) -> Int {
    // What is computed from zeros is exact.
    guard size > 0 else { return 0 }
    var (bound, steps) = (largest / 1e5, 0)
    while size < bound {
      bound /= 1e5
      steps += 1
    }
    return steps
  }

  /// The largest finite magnitude at a node.
  private func largestNumber(_ node: NodeID) -> Double {
    if let range = run.range(of: node), range.isFinite {
      return range.magnitude
    }
    return value(of: node).elements.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
  }
}
