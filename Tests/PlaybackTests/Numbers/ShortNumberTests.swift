import Playback
import RandomNumbers
import Testing

struct ShortNumberTests {
  @Test(arguments: [
    (0.0, 5, "0"), (2, 5, "2"), (-0.51826, 6, "-0.518"), (0.51826, 6, "0.5183"),
    (-0.51826, 5, "-0.52"), (12345, 6, "12345"), (12345, 4, "1e4"), (0.0000123456, 6, "1.2e-5"),
    (0.9996, 5, "1"), (9999.7, 4, "1e4"), (9999.7, 5, "1e4"), (-1e-150, 6, "…"),
    (1e-150, 6, "1e-150"),
    (-0.008070392, 5, "-8e-3"), (-.infinity, 5, "-inf"), (.nan, 5, "nan"), (100, 5, "100"),
    (1e300, 5, "1e300"),
  ])
  func `a number has as many digits as there is room for`(
    value: Double, columns: Int, text: String
  ) {
    #expect(NumberText.text(of: value, columns: columns) == text)
  }

  @Test func `what is shown fits and is near the number`() throws {
    var random = SplitMix64(seed: 8)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.magnitude < 1e308, value != 0 else { continue }
      let text = NumberText.text(of: value, columns: 6)
      #expect(text.count <= 6)
      guard text != "…" else { continue }
      let shown = try #require(Double(text))
      #expect((shown - value).magnitude <= 0.5 * value.magnitude)
    }
  }

  @Test(arguments: [0.66875, 0.66885, 0.5 + 1.0 / 16384, 1.0625, 2.5e-7, 123.45, 9999.5])
  func `half a unit is rounded as in every other place`(value: Double) {
    #expect(
      Double(NumberText.text(of: value, columns: 12)) == Double(NumberText.text(of: value)))
  }
}
