import Autograd
import RandomNumbers

extension Graph {
  /// A few inputs, and fewer than `bound` constants, negations and products of any nodes before them.
  static func tangled(seed: UInt64, below bound: Int) -> Graph {
    var random = SplitMix64(seed: seed)
    var graph = Graph()
    for _ in 0...random.below(3) { _ = graph.input(random.unit()) }
    for _ in 0..<random.below(bound) {
      let x = NodeID(random.below(graph.count))
      let y = NodeID(random.below(graph.count))
      switch random.below(4) {
      case 0: _ = graph.constant(random.unit())
      case 1: _ = graph.apply(.negate, x)
      default: _ = graph.apply(.multiply, x, y)
      }
    }
    return graph
  }
}
