import RandomNumbers
import Testing

@testable import DataSets

struct DecimalNumberTests {
  @Test(arguments: [
    "0", "7", "-7", "+7", "007", "2.5", ".5", "5.", "-.5", "1e3", "1E3", "1e+3", "1e-3", "1.5e2",
    "9007199254740993", "9007199254740992", "0.1", "123456789012345678901234567890",
    "0.000000000000000000000000000000000001", "1e22", "1e23", "9e22", "8.41e21", "1e-22", "1e-23",
    "2.2250738585072011e-308", "4.9e-324", "1e-400", "0e999999999999999999999",
    "1.7976931348623157e308",
  ])
  func `it is the number that the standard library reads`(text: String) throws {
    let number = try #require(read(text))
    #expect(number.value == Double(text))
    #expect(number.end == text.utf8.count)
  }

  @Test func `any number as it is printed is read back`() {
    var random = SplitMix64()
    for _ in 0..<5_000 {
      let number = Double(bitPattern: random.next())
      let texts = [number, number * 1e-290, Double(Float(number))].filter(\.isFinite).map(
        \.description)
      for text in texts {
        #expect(read(text)?.value.bitPattern == Double(text)?.bitPattern, "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("1,2", 1), ("1e", 1), ("1e+", 1), ("1.2.3", 3), ("1 2", 1), ("0x10", 1), ("12abc", 2),
    ("1_000", 1),
  ])
  func `it ends where something else begins`(text: String, end: Int) {
    #expect(read(text)?.end == end)
  }

  @Test(arguments: ["", "-", "+", ".", "-.", "e5", ".e5", "nan", "inf", "--1", " 1", "٣"])
  func `what is no number is none`(text: String) { #expect(read(text) == nil) }

  @Test func `it is infinite beyond all numbers`() {
    #expect(read("1e309")?.value == .infinity)
    #expect(read("-1e99999999999999999999999")?.value == -.infinity)
    #expect(read("1" + String(repeating: "0", count: 400))?.value == .infinity)
  }

  @Test func `it reads between its bounds alone`() {
    let bytes = Array("12345".utf8)
    let number = DecimalNumber(bytes, from: 1, to: 3)
    #expect(number?.value == 23 && number?.end == 3)
    #expect(DecimalNumber(bytes, from: 5, to: 5) == nil)
  }

  private func read(_ text: String) -> DecimalNumber? {
    DecimalNumber(Array(text.utf8), from: 0, to: text.utf8.count)
  }
}
