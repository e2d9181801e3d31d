import Autograd
import DataSets
import Testing

struct RandomLeafTests {
  private let values = LeafValues(limit: 1 << 24)

  @Test func `element i of a leaf is element i of its seed's stream`() throws {
    let stream = RandomStream(seed: 7)
    let normal = (0..<6).map { stream.normal(at: $0) }
    #expect(try values.randn(Shape([2, 3]), seed: 7) == Tensor(normal, shape: Shape([2, 3])))
    let uniform = (0..<3).map { 2 * stream.uniform(at: $0) - 1 }
    #expect(try values.uniform(Shape([3]), seed: 7).elements == uniform)
    let narrow = try values.uniform(Shape([100]), seed: 7, low: 2, high: 3).elements
    #expect(narrow.allSatisfy { $0 >= 2 && $0 < 3 })
  }

  /// Extents of a weight, how many inputs it has, and how many ends.
  @Test(arguments: [
    ([8, 2], 8, 10), ([8], 8, 9), ([], 1, 2), ([5, 8, 2], 8, 10), ([1, 18], 1, 19),
  ])
  func `kaiming and xavier scale normal numbers by the ends of the weight`(
    extents: [Int], inputs: Double, ends: Double
  ) throws {
    let shape = Shape(extents)
    let normal = try values.randn(shape, seed: 3).elements
    let kaiming = (2 / inputs).squareRoot()
    let xavier = (2 / ends).squareRoot()
    #expect(try values.kaiming(shape, seed: 3).elements == normal.map { $0 * kaiming })
    #expect(try values.xavier(shape, seed: 3).elements == normal.map { $0 * xavier })
  }

  @Test func `values keep their size through a layer with relu`() throws {
    let weights = try values.kaiming(Shape([400, 100]), seed: 1).elements
    let inputs = try values.randn(Shape([400]), seed: 2).elements.map { max(0, $0) }
    let outputs = (0..<100).map { column in
      (0..<400).map { inputs[$0] * weights[$0 * 100 + column] }.reduce(0, +)
    }
    let size = outputs.map { $0 * $0 }.reduce(0, +) / 100
    #expect(size > 0.6 && size < 1.4)
  }

  @Test func `an empty weight has no numbers`() throws {
    #expect(try values.kaiming(Shape([0, 3]), seed: 1).elements.isEmpty)
    #expect(try values.xavier(Shape([0, 0]), seed: 1).elements.isEmpty)
  }
}
