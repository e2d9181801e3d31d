import Foundation
import RandomNumbers

/// micrograd's demo: MLP(2, [16, 16, 1]) with relu, 100 points on two moons, the mean hinge loss
/// and an L2 penalty; one node for every `Value` that micrograd makes, 65,818 in all.
struct MoonsNetwork {
  static let sizes = [2, 16, 16, 1]
  let parameters: [Double]
  let points: [[Double]]
  /// -1 or 1.
  let labels: [Double]

  init() {
    var random = SplitMix64()
    var parameters: [Double] = []
    for layer in 1..<Self.sizes.count {
      for _ in 0..<Self.sizes[layer] {
        for _ in 0..<Self.sizes[layer - 1] { parameters.append(2 * random.unit() - 1) }
        parameters.append(0)
      }
    }
    var points: [[Double]] = []
    for index in 0..<50 {
      let angle = Double.pi * Double(index) / 49
      let noise = (0..<4).map { _ in 0.3 * (random.unit() - 0.5) }
      points.append([cos(angle) + noise[0], sin(angle) + noise[1]])
      points.append([1 - cos(angle) + noise[2], 0.5 - sin(angle) + noise[3]])
    }
    self.parameters = parameters
    self.points = points
    labels = points.indices.map { $0 % 2 == 0 ? -1 : 1 }
  }

  /// One line a number or point, as the Python script reads it.
  var text: String {
    (parameters.map { "\($0)" } + zip(points, labels).map { "\($0[0]) \($0[1]) \($1)" })
      .joined(separator: "\n")
  }

  var workload: Workload {
    var trace = Trace()
    let parameters = parameters.map { trace.workload.leaf($0) }
    let points = points.map { $0.map { trace.constant($0) } }
    let scores = points.map { network($0, parameters, &trace) }
    let losses = zip(scores, labels).map { score, label in
      let margin = trace.multiply(score, trace.constant(-label))
      return trace.relu(trace.add(margin, trace.constant(1)))
    }
    let data = trace.multiply(trace.sum(losses), trace.constant(1 / Double(losses.count)))
    let squares = parameters.map { trace.multiply($0, $0) }
    let penalty = trace.multiply(trace.sum(squares), trace.constant(1e-4))
    _ = trace.add(data, penalty)
    return trace.workload
  }

  private func network(
    _ point: [Int32], _ parameters: [Int32], _ trace: inout Trace
  ) -> Int32 {
    var inputs = point
    var next = 0
    for layer in 1..<Self.sizes.count {
      inputs = (0..<Self.sizes[layer]).map { _ in
        let weights = parameters[next..<next + inputs.count]
        var sum = parameters[next + inputs.count]
        next += inputs.count + 1
        for (weight, input) in zip(weights, inputs) {
          sum = trace.add(sum, trace.multiply(weight, input))
        }
        return layer == Self.sizes.count - 1 ? sum : trace.relu(sum)
      }
    }
    return inputs[0]
  }
}

/// Appends operations with their values.
private struct Trace {
  var workload = Workload()

  private func value(_ node: Int32) -> Double { workload.values[Int(node)] }

  mutating func constant(_ value: Double) -> Int32 { workload.leaf(value, .constant) }
  mutating func add(_ x: Int32, _ y: Int32) -> Int32 {
    workload.append(.add, x, y, value(x) + value(y))
  }
  mutating func multiply(_ x: Int32, _ y: Int32) -> Int32 {
    workload.append(.multiply, x, y, value(x) * value(y))
  }
  mutating func relu(_ x: Int32) -> Int32 {
    workload.append(.relu, x, -1, value(x) > 0 ? value(x) : 0)
  }
  /// Starts from a constant 0, as Python's `sum` does.
  mutating func sum(_ terms: [Int32]) -> Int32 {
    terms.reduce(constant(0)) { add($0, $1) }
  }
}
