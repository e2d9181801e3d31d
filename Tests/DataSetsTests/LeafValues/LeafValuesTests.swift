import Autograd
import DataSets
import Testing

struct LeafValuesTests {
  private let values = LeafValues(limit: 1 << 20)

  @Test func `zeros, ones and full have the same number everywhere`() throws {
    #expect(try values.zeros(Shape([2, 3])) == Tensor([0, 0, 0, 0, 0, 0], shape: Shape([2, 3])))
    #expect(try values.ones(Shape([2])) == Tensor([1, 1], shape: Shape([2])))
    #expect(try values.full(.scalar, 2.5) == Tensor(2.5))
    #expect(try values.zeros(Shape([0, 3])).elements.isEmpty)
  }

  @Test func `eye is the identity matrix`() throws {
    #expect(
      try values.eye(3) == Tensor([1, 0, 0, 0, 1, 0, 0, 0, 1], shape: Shape([3, 3])))
    #expect(try values.eye(0).shape == Shape([0, 0]))
  }

  @Test func `what is larger than the limit is refused`() {
    let limited = LeafValues(limit: 80)
    #expect(throws: Never.self) { try limited.zeros(Shape([10])) }
    expect(.tooManyValues(shape: [11], limit: 80)) { () throws(DataMistake) in
      try limited.zeros(Shape([11]))
    }
    expect(.tooManyValues(shape: [4, 4], limit: 80)) { () throws(DataMistake) in try limited.eye(4)
    }
    expect(.tooManyValues(shape: [4, 4], limit: 80)) { () throws(DataMistake) in
      try limited.randn(Shape([4, 4]), seed: 1)
    }
    expect(.tooManyValues(shape: [.max, .max], limit: 80)) { () throws(DataMistake) in
      try limited.eye(.max)
    }
    expect(.negativeCount(of: "eye", -1)) { () throws(DataMistake) in try limited.eye(-1) }
  }

  private func expect(
    _ request: DataMistake.Request, _ body: () throws(DataMistake) -> Tensor,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: DataMistake(.request(request)), sourceLocation: sourceLocation) { try body() }
  }
}
