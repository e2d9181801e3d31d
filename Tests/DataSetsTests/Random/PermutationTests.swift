import Testing

@testable import DataSets

struct PermutationTests {
  @Test func `an order of a seed is always the same`() {
    let stream = RandomStream(seed: 1)
    #expect(stream.permutation(count: 10) == [9, 4, 0, 5, 2, 1, 6, 8, 3, 7])
    #expect(stream.branch(1).permutation(count: 10) == [1, 9, 7, 5, 4, 8, 6, 2, 0, 3])
  }

  @Test(arguments: [0, 1, 2, 1_000]) func `every number is there once`(count: Int) {
    let order = RandomStream(seed: 9).permutation(count: count)
    #expect(order.sorted() == Array(0..<count))
  }

  @Test func `every order of four is as likely as any other`() {
    var counts: [[Int]: Int] = [:]
    for seed in 0..<24_000 {
      counts[RandomStream(seed: seed).permutation(count: 4), default: 0] += 1
    }
    #expect(counts.count == 24)
    // The sum of the squared deviations has 23 degrees of freedom; 50 is passed once in a thousand.
    let squares = counts.values.map { Double(($0 - 1_000) * ($0 - 1_000)) / 1_000 }
    #expect(squares.reduce(0, +) < 50)
  }
}
