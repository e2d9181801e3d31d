import Autograd
import DataSets
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct CirclesTests {
  private let generators = SampleGenerators(limit: 1 << 20)

  /// Computed with another program, in Python, from the documentation alone.
  @Test func `seven moons are always the same`() throws {
    try expect(
      try generators.moons(7, noise: 0.1, seed: 1),
      [
        (1.4480453668981763, -0.5253027073616283, 1), (-1.0361608535260984, 0.1654174164393165, 0),
        (-0.1444248661698172, 0.6006929042284301, 1), (0.8488085221167596, 0.057167466580230614, 0),
        (-0.09192424586016122, 1.0466955184724789, 0),
        (0.5953136399394329, -0.3558974067364554, 1),
        (2.0662126402038874, 0.6255949359283434, 1),
      ])
  }

  @Test func `six circles are always the same`() throws {
    try expect(
      try generators.circles(6, noise: 0.05, seed: 3),
      [
        (-0.4575595495036874, -0.8446894588270644, 0),
        (-0.46871363513709197, 0.7800519786323222, 0),
        (0.939217713352612, 0.015615142817351253, 0),
        (0.4970424459869845, 0.06392027710421627, 1),
        (-0.18237881595298516, -0.3146712143809366, 1),
        (-0.28530869248680013, 0.4771860749659598, 1),
      ])
  }

  /// The points of scikit-learn's `make_moons(9, shuffle=False)`.
  @Test func `without noise moons are scikit-learn's in another order`() throws {
    let moons = try generators.moons(9, seed: 5)
    let upper = angles(4, of: 3).map { (cos($0), sin($0), 0.0) }
    let lower = angles(5, of: 4).map { (1 - cos($0), 1 - sin($0) - 0.5, 1.0) }
    try expectSame(points(of: moons), upper + lower)
  }

  /// The points of scikit-learn's `make_circles(9, shuffle=False, factor=0.5)`.
  @Test func `without noise circles are scikit-learn's in another order`() throws {
    let circles = try generators.circles(9, seed: 5)
    let outer = angles(4, of: 2).map { (cos($0), sin($0), 0.0) }
    let inner = angles(5, of: 2.5).map { (cos($0) / 2, sin($0) / 2, 1.0) }
    try expectSame(points(of: circles), outer + inner)
  }

  @Test func `noise is a standard deviation`() throws {
    let still = try generators.circles(2_000, seed: 8).inputs.elements
    let noisy = try generators.circles(2_000, noise: 0.2, seed: 8).inputs.elements
    let squares = zip(still, noisy).map { ($1 - $0) * ($1 - $0) }
    let deviation = (squares.reduce(0, +) / Double(squares.count)).squareRoot()
    #expect((deviation - 0.2).magnitude < 0.01)
  }

  @Test func `another seed is another order`() throws {
    let (one, other) = (try generators.moons(50, seed: 1), try generators.moons(50, seed: 2))
    #expect(one.labels != other.labels)
  }

  @Test(arguments: [0, 1, 2]) func `few moons are few samples`(count: Int) throws {
    for samples in [try generators.moons(count, seed: 1), try generators.circles(count, seed: 1)] {
      #expect(samples.inputs.shape == Shape([count, 2]))
      #expect(samples.labels.shape == Shape([count]))
      #expect(samples.inputs.elements.allSatisfy { $0.isFinite })
    }
  }

  /// So many angles from 0 on, of which `parts` are half a turn apart.
  private func angles(_ count: Int, of parts: Double) -> [Double] {
    (0..<count).map { Double($0) / parts * .pi }
  }

  private func points(of samples: Samples) -> [(Double, Double, Double)] {
    samples.labels.elements.indices.map {
      (samples.inputs[$0, 0], samples.inputs[$0, 1], samples.labels[$0])
    }
  }

  private func expect(_ samples: Samples, _ expected: [(Double, Double, Double)]) throws {
    let found = points(of: samples)
    try #require(found.count == expected.count)
    for (point, exact) in zip(found, expected) {
      #expect((point.0 - exact.0).magnitude < 1e-15)
      #expect((point.1 - exact.1).magnitude < 1e-15)
      #expect(point.2 == exact.2)
    }
  }

  private func expectSame(
    _ found: [(Double, Double, Double)], _ expected: [(Double, Double, Double)]
  ) throws {
    try #require(found.count == expected.count)
    #expect(found.map(\.2) != expected.map(\.2))
    for exact in expected {
      let near = found.filter {
        ($0.0 - exact.0).magnitude < 1e-15 && ($0.1 - exact.1).magnitude < 1e-15 && $0.2 == exact.2
      }
      #expect(near.count == 1)
    }
  }
}
