import Autograd
import DataSets
import Testing

struct PlaygroundTests {
  private let generators = SampleGenerators(limit: 1 << 20)

  /// Computed with another program, in Python, from the documentation alone.
  @Test func `six points of a cross are always the same`() throws {
    let cross = try generators.cross(6, noise: 0.4, seed: 2)
    #expect(
      cross.inputs.elements == [
        -2.7578618032808895, 4.247232019148371, 0.671462972400912, 4.3999497172128335,
        -2.7761385229154083, -1.422175386443347, -5.071156735873498, -2.8257020309361733,
        1.54316255271388, 4.992364649569173, 3.0970178380752236, 3.385476620738813,
      ])
    #expect(cross.labels.elements == [0, 1, 1, 1, 1, 1])
  }

  @Test func `five points of the spirals are always the same`() throws {
    let spiral = try generators.spiral(5, noise: 0.2, seed: 4)
    let expected = [
      -1.576949130255014, 1.6846826368801588, 0.6988433493120813, 1.4574847006789016,
      -0.15835410869906857, 0.1665674360522732, -2.925235846935044, -1.6686019359555444,
      0.05698718131705123, 0.024701063028307237,
    ]
    for (number, exact) in zip(spiral.inputs.elements, expected) {
      #expect((number - exact).magnitude < 2e-15)
    }
    #expect(spiral.labels.elements == [1, 0, 1, 0, 0])
  }

  @Test func `a cross without noise is labelled by its squares`() throws {
    let cross = try generators.cross(400, seed: 1)
    for index in 0..<400 {
      let (x, y) = (cross.inputs[index, 0], cross.inputs[index, 1])
      #expect(x.magnitude >= 0.3 && x.magnitude <= 5.3 && y.magnitude >= 0.3)
      #expect(cross.labels[index] == (x * y > 0 ? 1 : 0))
    }
    let ones = cross.labels.elements.reduce(0, +)
    #expect(ones > 160 && ones < 240)
  }

  @Test func `noise mislabels points of a cross beside its axes alone`() throws {
    let cross = try generators.cross(400, noise: 0.2, seed: 1)
    let wrong = (0..<400).filter {
      (cross.inputs[$0, 0] * cross.inputs[$0, 1] > 0) != (cross.labels[$0] == 1)
    }
    #expect(!wrong.isEmpty)
    for index in wrong {
      #expect(min(cross.inputs[index, 0].magnitude, cross.inputs[index, 1].magnitude) <= 1)
    }
  }

  @Test func `a spiral is the other one turned by half a turn`() throws {
    let spiral = try generators.spiral(20, seed: 1)
    func size(_ point: (Double, Double)) -> Double { point.0 * point.0 + point.1 * point.1 }
    func points(_ label: Double) -> [(Double, Double)] {
      (0..<20).filter { spiral.labels[$0] == label }
        .map { (spiral.inputs[$0, 0], spiral.inputs[$0, 1]) }
        .sorted { size($0) < size($1) }
    }
    try #require(points(0).count == 10 && points(1).count == 10)
    for (one, other) in zip(points(0), points(1)) {
      #expect((one.0 + other.0).magnitude < 1e-14 && (one.1 + other.1).magnitude < 1e-14)
    }
    #expect((size(points(1)[9]) - 20.25).magnitude < 1e-12)
  }

  @Test(arguments: [-0.1, .nan, .infinity]) func `a noise has to be a size`(noise: Double) {
    #expect(throws: DataMistake.self) { try generators.cross(4, noise: noise, seed: 1) }
    #expect(throws: DataMistake.self) { try generators.moons(4, noise: noise, seed: 1) }
  }

  @Test func `more samples than the limit takes, and less than none, are refused`() {
    #expect(throws: DataMistake(.request(.tooManyValues(shape: [65_537, 2], limit: 1 << 20)))) {
      try generators.moons(65_537, seed: 1)
    }
    #expect(throws: DataMistake(.request(.tooManyValues(shape: [.max, 2], limit: 1 << 20)))) {
      try generators.spiral(.max, seed: 1)
    }
    #expect(throws: DataMistake(.request(.negativeCount(of: "circles", -1)))) {
      try generators.circles(-1, seed: 1)
    }
    #expect(throws: DataMistake(.request(.negativeCount(of: "cross", .min)))) {
      try generators.cross(.min, seed: 1)
    }
  }
}
