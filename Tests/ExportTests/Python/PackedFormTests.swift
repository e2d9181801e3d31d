import Testing

@testable import Export

struct PackedFormTests {
  @Test(
    arguments: [
      ([0, 1, 255], "u1", 1), ([-1, 127], "i1", 1), ([0, 256], "<u2", 1), ([-129, 0], "<i2", 1),
      ([65_536], "<i4", 1), ([-2_147_483_648, 2_147_483_647], "<i4", 1), ([0, 0.2, 1], "u1", 255),
      ([0.5, 0.00390625], "u1", 256), ([0.1, -0.3], "i1", 10), ([0.001, 12], "<u2", 1_000),
      ([2_147_483_648, 0.5], "<f4", 1), ([0.1 + 0.2], "<f8", 1), ([1e300, 0.5], "<f8", 1),
      ([1, -0.0], "<f4", 1), ([.infinity, -0.5], "<f4", 1), ([.nan], "<f4", 1),
      ([1 / 7.0], "<f8", 1),
    ] as [([Double], String, Int32)])
  func `the smallest form that keeps every bit is taken`(
    numbers: [Double], name: String, divisor: Int32
  ) {
    let form = PackedForm(of: numbers)
    #expect(form.name == name && form.divisor == divisor)
    #expect(form.bytes(of: numbers[...]).count == numbers.count * form.width)
  }

  @Test func `the least significant byte comes first`() {
    #expect(PackedForm(of: [258, 3]).bytes(of: [258, 3]) == [2, 1, 3, 0])
    #expect(PackedForm(of: [-2, 1_000]).bytes(of: [-2]) == [0xFE, 0xFF])
    #expect(PackedForm(of: [1 / 7.0]).bytes(of: [2]) == [0, 0, 0, 0, 0, 0, 0, 0x40])
    #expect(PackedForm(of: [0.5, -0.0]).bytes(of: [-0.0]) == [0, 0, 0, 0x80])
    #expect(PackedForm(of: [0.2, 1]).bytes(of: [0.2, 1, 0]) == [51, 255, 0])
  }
}
