import Autograd
import DataSets
import Testing

/// What NumPy 2.4 gives.
struct RangeTests {
  private let values = LeafValues(limit: 1 << 20)

  @Test func `arange counts up to its end`() throws {
    #expect(try values.arange(4).elements == [0, 1, 2, 3])
    #expect(try values.arange(2.5).elements == [0, 1, 2])
    #expect(try values.arange(1, 4).elements == [1, 2, 3])
    #expect(try values.arange(1, 7, 2).elements == [1, 3, 5])
    #expect(try values.arange(3, 0, -1).elements == [3, 2, 1])
    #expect(try values.arange(0, 1, 0.3).elements == [0, 0.3, 0.6, 0.8999999999999999])
    #expect(
      try values.arange(1, 1.3, 0.1).elements == [1, 1.1, 1.2000000000000002, 1.3000000000000003])
    #expect(try values.arange(4, 1).shape == Shape([0]))
    #expect(try values.arange(-1).shape == Shape([0]))
  }

  @Test func `linspace has both its ends`() throws {
    #expect(try values.linspace(0, 1, 5).elements == [0, 0.25, 0.5, 0.75, 1])
    #expect(
      try values.linspace(0.1, 0.7, 4).elements
        == [0.1, 0.3, 0.5, 0.7])
    #expect(try values.linspace(2, 2, 3).elements == [2, 2, 2])
    #expect(try values.linspace(3, 9, 1).elements == [3])
    #expect(try values.linspace(3, 9, 0).shape == Shape([0]))
    #expect(
      try values.linspace(0, .leastNonzeroMagnitude, 3).elements == [0, 0, .leastNonzeroMagnitude])
  }

  @Test(
    arguments: [
      (0, 1, 0), (0, 1, .nan), (0, .infinity, 1), (.nan, 1, 1), (0, 1, .infinity),
    ] as [(Double, Double, Double)])
  func `a range without an end is a mistake`(start: Double, stop: Double, step: Double) {
    let mistake = #expect(throws: DataMistake.self) { try values.arange(start, stop, step) }
    #expect(
      mistake?.message == "a range has two ends and a step that is not 0, "
        + "\(start) to \(stop) in steps of \(step) is asked for")
  }

  @Test func `a range longer than the limit is a mistake`() {
    for stop in [131_073, 1e18, 1e300] {
      #expect(throws: DataMistake.self) { try values.arange(stop) }
    }
    #expect(throws: DataMistake.self) { try values.arange(-1e308, 1e308, 1e-300) }
    #expect(throws: DataMistake.self) { try LeafValues(limit: .max).arange(1e300) }
    #expect(throws: DataMistake(.request(.tooManyValues(shape: [.max], limit: 1 << 20)))) {
      try values.linspace(0, 1, .max)
    }
    #expect(throws: DataMistake(.request(.negativeCount(of: "linspace", -2)))) {
      try values.linspace(0, 1, -2)
    }
  }
}
