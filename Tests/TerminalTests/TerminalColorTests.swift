import Testing

@testable import Terminal

@Suite struct TerminalColorTests {
  @Test(arguments: UInt8.min...UInt8.max)
  func `every index is a colour the terminal has`(index: UInt8) {
    for colors in [8, 16, 88, 256] {
      #expect((0..<colors).contains(TerminalColor(index: index, of: colors).number))
    }
    #expect((0..<1 << 24).contains(TerminalColor(index: index, of: 1 << 24).number))
  }

  @Test func `a terminal with enough colours is sent the index itself`() {
    #expect(TerminalColor(index: 200, of: 256).number == 200)
    #expect(TerminalColor(index: 12, of: 16).number == 12)
  }

  @Test func `with eight colours the bright ones are bold`() {
    let bright = TerminalColor(index: 12, of: 8)
    #expect(bright.number == 4 && bright.isBrightened)
    #expect(!TerminalColor(index: 4, of: 8).isBrightened)
  }

  @Test func `direct colour is sent as red, green and blue`() {
    #expect(TerminalColor(index: 196, of: 1 << 24).number == 0xFF0000)
    #expect(TerminalColor(index: 244, of: 1 << 24).number == 0x808080)
    #expect(TerminalColor(index: 3, of: 1 << 24).number == 3)
  }

  @Test func `a colour of the cube becomes the nearest named one`() {
    #expect(TerminalColor(index: 196, of: 16).number == 9)
    #expect(TerminalColor(index: 16, of: 8).number == 0)
  }
}
