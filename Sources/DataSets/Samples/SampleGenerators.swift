import Autograd

/// Makers of small data sets, the same for a seed on every machine.
///
/// ```swift
/// let moons = try SampleGenerators(limit: 1 << 31).moons(100, noise: 0.1, seed: 1)
/// moons.inputs.shape    // (100, 2)
/// moons.labels.shape    // (100)
/// ```
///
/// More than `limit` bytes of inputs, eight a number, are refused before memory is taken.
package struct SampleGenerators: Hashable, Sendable {
  let limit: ByteLimit

  package init(limit: Int) { self.limit = ByteLimit(bytes: limit) }
}

/// A sample in the plane.
struct LabelledPoint {
  let x: Double
  let y: Double
  let label: Double
}

extension SampleGenerators {
  /// The samples that `point` gives for each number below `count`, in this order.
  func points(
    _ name: String, _ count: Int, noise: Double, point: (Int) -> LabelledPoint
  ) throws(DataMistake) -> Samples {
    let shape = try limit.shape(of: name, [count, 2])
    guard noise.isFinite, noise >= 0 else {
      throw DataMistake(.request(.wrongNoise(of: name, noise)))
    }
    var labels = [Double](repeating: 0, count: count)
    let inputs = Tensor(filling: shape) { numbers in
      for index in 0..<count {
        let point = point(index)
        numbers[2 * index] = point.x
        numbers[2 * index + 1] = point.y
        labels[index] = point.label
      }
    }
    return Samples(inputs: inputs, labels: Tensor(labels, shape: Shape([count])))
  }

  /// How far along a curve a point is that is one of `count` at equal distances: from 0 at the first to
  /// 1 at the last.
  func part(_ index: Int, of count: Int) -> Double {
    count > 1 ? Double(index) / Double(count - 1) : 0
  }
}
