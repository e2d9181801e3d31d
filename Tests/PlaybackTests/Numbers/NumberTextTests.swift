import Playback
import RandomNumbers
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct NumberTextTests {
  @Test(arguments: [
    (0.0, "0", "0"), (-0.0, "0", "-0"), (2, "2", "2"), (0.5, "0.5", "0.5"),
    (-1.135335283236613, "-1.135", "-1.135335283236613"), (0.000012, "1.2e-05", "1.2e-05"),
    (12345, "1.234e+04", "12345"), (12355, "1.236e+04", "12355"), (9999.5, "1e+04", "9999.5"),
    (0.00012345678, "0.0001235", "0.00012345678"), (100, "100", "100"),
    (.leastNonzeroMagnitude, "4.941e-324", "5e-324"), (1e300, "1e+300", "1e+300"),
    (.nan, "nan", "nan"), (.infinity, "inf", "inf"), (-.infinity, "-inf", "-inf"),
    (-.nan, "nan", "nan"),
  ])
  func `a number is written as readers expect`(value: Double, four: String, all: String) {
    #expect(NumberText.text(of: value, digits: .four) == four)
    #expect(NumberText.text(of: value, digits: .all) == all)
  }

  @Test func `four digits are those of C for any bits`() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<100_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite, value != 0 else { continue }
      #expect(NumberText.text(of: value) == printed(value))
    }
  }

  @Test func `four digits are those of C in the range of lessons`() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<100_000 {
      let value = Double.random(in: -20_000...20_000, using: &random)
      #expect(NumberText.text(of: value) == printed(value))
    }
  }

  @Test func `halves between two four-digit numbers round like those of C`() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<20_000 {
      let middle = Double(Int.random(in: 1_000...9_999, using: &random) * 10 + 5)
      let power = Int.random(in: -30...30, using: &random)
      for value in [middle * scale(power), middle / scale(power)] {
        #expect(NumberText.text(of: value) == printed(value))
        #expect(NumberText.text(of: value.nextUp) == printed(value.nextUp))
      }
    }
  }

  @Test func `subnormal numbers are those of C`() {
    var random = SplitMix64(seed: 7)
    for bits in 0..<52 {
      let value = Double(bitPattern: random.next() & ((1 << UInt64(bits + 1)) - 1) | 1)
      #expect(NumberText.text(of: value) == printed(value))
    }
  }

  @Test func `all digits read back to the same number`() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<100_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(Double(NumberText.text(of: value, digits: .all)) == value)
    }
  }

  private func scale(_ power: Int) -> Double { power < 0 ? pow(10, -Double(power)) : 1 }

  private func printed(_ value: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%.4g", $0) }
    return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
