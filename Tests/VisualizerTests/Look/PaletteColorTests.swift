import Testing

@testable import Visualizer

struct PaletteColorTests {
  @Test func `the palette is xterm's`() {
    #expect(PaletteColor(index: 208).number == 0xFF8700)
    #expect(PaletteColor(index: 231).number == 0xFFFFFF)
    #expect(PaletteColor(index: 244).number == 0x808080)
    #expect(PaletteColor(number: 0x123456) == PaletteColor(red: 0x12, green: 0x34, blue: 0x56))
  }

  @Test(arguments: UInt8(0)..<16)
  func `a named colour is nearest to itself`(index: UInt8) {
    #expect(PaletteColor(index: index).nearestOfSixteen == index)
  }

  @Test(arguments: [(208, 3), (196, 9), (28, 2), (33, 6), (175, 5), (90, 5), (234, 0), (252, 7)])
  func `any other colour becomes the nearest named one`(index: UInt8, nearest: UInt8) {
    #expect(PaletteColor(index: index).nearestOfSixteen == nearest)
  }

  @Test(arguments: UInt8(16)...255)
  func `only a grey becomes a grey`(index: UInt8) {
    let color = PaletteColor(index: index)
    let isGrey = color.red == color.green && color.green == color.blue
    #expect([0, 7, 8, 15].contains(color.nearestOfSixteen) == isGrey)
  }
}
