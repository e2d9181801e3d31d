import RandomNumbers
import Testing

@testable import DataSets

struct RandomStreamTests {
  /// Computed with another program, in Python, from the documentation alone.
  @Test(
    arguments: [
      (0, 16_294_208_416_658_607_535, 0.8833108082136426, 1.191701311669463),
      (1, 13_830_413_928_045_401_970, 0.7497482413580301, 0.6736977112341552),
      (7, 9_672_475_392_221_035_855, 0.5243459416779314, 0.06106415421682616),
      (-1, 11_923_130_667_873_509_210, 0.64635420864685, 0.37549605112350243),
    ] as [(Int, UInt64, Double, Double)])
  func `the first element of a seed is always the same`(
    seed: Int, bits: UInt64, uniform: Double, normal: Double
  ) {
    let stream = RandomStream(seed: seed)
    #expect(stream.bits(at: 0) == bits)
    #expect(stream.uniform(at: 0) == uniform)
    #expect(stream.normal(at: 0) == normal)
  }

  @Test func `200,000 normal numbers are the same in every bit`() {
    let stream = RandomStream(seed: 42)
    var hash: UInt64 = 0
    for index in 0..<200_000 {
      hash = (hash ^ stream.normal(at: index).bitPattern) &* 0x100_0000_01B3
    }
    #expect(hash == 0xE14A_71EC_2F82_2B98)
  }

  @Test func `the elements of seed 0 are SplitMix64's`() {
    // The output function leaves 0 as it is, so seed 0 is the key 0.
    var generator = SplitMix64(seed: 0)
    for index in 0..<1_000 {
      #expect(RandomStream(seed: 0).bits(at: index) == generator.next())
    }
  }

  @Test func `a branch is the stream of an element as its seed`() {
    let stream = RandomStream(seed: 7)
    #expect(stream.branch(3).bits(at: 0) == 50_448_065_515_900_589)
    #expect(stream.branch(0) == RandomStream(seed: Int(truncatingIfNeeded: stream.bits(at: 0))))
    #expect(stream.branch(1) != stream.branch(2))
  }

  @Test func `uniform numbers fill the interval evenly`() {
    let stream = RandomStream(seed: 5)
    var counts = [Int](repeating: 0, count: 100)
    for index in 0..<100_000 {
      let number = stream.uniform(at: index)
      #expect(number >= 0 && number < 1)
      counts[Int(number * 100)] += 1
    }
    // The sum of the squared deviations has 99 degrees of freedom; 149 is passed once in a thousand.
    let squares = counts.map { Double(($0 - 1_000) * ($0 - 1_000)) / 1_000 }
    #expect(squares.reduce(0, +) < 149)
  }

  @Test func `normal numbers have the moments of the normal distribution`() {
    let stream = RandomStream(seed: 5)
    let count = 100_000
    var moments = SIMD4<Double>()
    for index in 0..<count {
      let number = stream.normal(at: index)
      let square = number * number
      moments += SIMD4(number, square, number * square, square * square) / Double(count)
    }
    // Four standard deviations of each mean.
    let unit = 4 / Double(count).squareRoot()
    #expect(moments[0].magnitude < unit)
    #expect((moments[1] - 1).magnitude < unit * 2.0.squareRoot())
    #expect(moments[2].magnitude < unit * 15.0.squareRoot())
    #expect((moments[3] - 3).magnitude < unit * 96.0.squareRoot())
  }

  @Test func `neighbours, and neighbouring seeds, do not go together`() {
    let count = 100_000
    func correlation(_ one: RandomStream, _ other: RandomStream, shift: Int) -> Double {
      let products = (0..<count).map { one.normal(at: $0) * other.normal(at: $0 + shift) }
      return products.reduce(0, +) / Double(count)
    }
    let bound = 4 / Double(count).squareRoot()
    let (one, other) = (RandomStream(seed: 1), RandomStream(seed: 2))
    #expect(correlation(one, one, shift: 1).magnitude < bound)
    #expect(correlation(one, other, shift: 0).magnitude < bound)
    #expect(correlation(one, one.branch(0), shift: 0).magnitude < bound)
  }
}
