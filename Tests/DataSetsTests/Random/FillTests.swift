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
}
