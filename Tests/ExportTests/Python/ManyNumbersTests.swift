import Testing

@testable import Export

struct ManyNumbersTests {
  @Test func `about a thousand are written down, and every column has some of them`() {
    let columns = 50
    let many = ManyNumbers((0..<3_000_000).map { Double($0 % columns) })
    #expect(many.step == 3_001)
    #expect((900...1_100).contains(many.some.count))
    #expect(Set(many.some).count == columns)
    #expect(Array(many.some.prefix(3)) == [0, 1, 2])
  }

  @Test func `the sums are those of the definition, over the finite numbers`() {
    let numbers: [Double] = [3, .nan, -4, .infinity, 12, -.infinity]
    let many = ManyNumbers(numbers)
    #expect(many.sum == 11)
    #expect(many.norm == 13)
    // The weights of places 0, 2 and 4: 0, 1013904226 and 2027808452 of 2^31, less 1.
    let weighted = 3 * -1 + -4 * (1_013_904_226 / 2_147_483_648 - 1.0)
    #expect(many.weightedSum == weighted + 12 * (2_027_808_452 / 2_147_483_648 - 1.0))
  }

  @Test func `a sum of very many numbers has the digits of pairwise summation`() {
    let many = ManyNumbers(Array(repeating: 0.1, count: 4_000_000))
    #expect(abs(many.sum - 400_000) < 400_000 * 1e-11)
  }

  @Test func `what changes place changes the last sum`() {
    var numbers = (0..<20_000).map { Double($0 % 7) }
    let before = ManyNumbers(numbers)
    numbers.swapAt(1, 12_345)
    let after = ManyNumbers(numbers)
    #expect(after.sum == before.sum && after.norm == before.norm)
    #expect(after.weightedSum != before.weightedSum)
  }
}
