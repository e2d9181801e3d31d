import RandomNumbers
import Testing

@testable import Autograd

/// A drawn graph of every primitive whose values stay moderate and away from kinks, so that
/// derivatives exist and differences are accurate.
struct RandomGraph: CustomTestStringConvertible, Sendable {
  let seed: UInt64
  let size: Int

  var testDescription: String { "seed \(seed), \(size) nodes" }

  var graph: Graph {
    var random = SplitMix64(seed: seed)
    var graph = Graph()
    var values: [Double] = []
    for _ in 0..<4 {
      let value = 0.3 + 1.4 * random.unit()
      switch random.below(3) {
      case 0: _ = graph.parameter(value)
      case 1: _ = graph.constant(value)
      default: _ = graph.input(value)
      }
      values.append(value)
    }
    while graph.count < size {
      let primitive = Primitive.all[random.below(Primitive.all.count)]
      let x = random.below(graph.count)
      let y = primitive.arity == 1 ? nil : random.below(graph.count)
      let operands = (values[x], y.map { values[$0] } ?? 0)
      let value = primitive.value(operands.0, operands.1)
      let kink = primitive.kink(x: operands.0, y: operands.1) ?? 1
      guard value.magnitude >= 0.05, value.magnitude <= 3, kink.magnitude > 0.05 else { continue }
      // A power's kink is at an exponent of 0, which a difference reaches across.
      guard primitive != .pow || operands.0 > 0.05 else { continue }
      _ = graph.apply(primitive, NodeID(x), y.map { NodeID($0) })
      values.append(value)
    }
    return graph
  }

  static let several = (1...20).map { RandomGraph(seed: UInt64($0), size: 12 + 4 * $0) }
}
