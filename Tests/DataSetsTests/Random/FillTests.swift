import Testing

@testable import DataSets

struct FillTests {
  /// Lengths around the blocks that normal numbers are computed in.
  @Test(arguments: [0, 1, 2, 15, 16, 511, 512, 513, 1_024, 5_000])
  func `filled numbers are the elements of the stream`(count: Int) {
    let stream = RandomStream(seed: 3)
    for first in [0, 7] {
      let normal = [Double](unsafeUninitializedCapacity: count) { numbers, filled in
        let part = UnsafeMutableBufferPointer(rebasing: numbers[..<count])
        stream.fillNormal(part, from: first, deviation: 0.3)
        filled = count
      }
      #expect(normal == (0..<count).map { stream.normal(at: first + $0) * 0.3 })
      let uniform = [Double](unsafeUninitializedCapacity: count) { numbers, filled in
        let part = UnsafeMutableBufferPointer(rebasing: numbers[..<count])
        stream.fillUniform(part, from: first, low: -2, high: 1)
        filled = count
      }
      #expect(uniform == (0..<count).map { -2 + 3 * stream.uniform(at: first + $0) })
    }
  }

  /// The element whose bits are all 0; one in 10^11 is as far out.
  @Test func `the outermost number is filled in as well`() {
    let stream = RandomStream(seed: 3)
    let index = 7_701_124_106_619_350_735
    #expect(stream.bits(at: index) == 0)
    var numbers = [Double](repeating: 0, count: 3)
    numbers.withUnsafeMutableBufferPointer { stream.fillNormal($0, from: index - 1, deviation: 2) }
    #expect(numbers == (index - 1...index + 1).map { 2 * stream.normal(at: $0) })
    #expect(numbers[1] == -16.58472215162719)
  }
}
