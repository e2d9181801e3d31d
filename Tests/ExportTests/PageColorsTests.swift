import Playback
import Testing
import Visualizer

@testable import Export

struct PageColorsTests {
  @Test(arguments: UInt8.min...UInt8.max)
  func `every colour of the palette can be read on a light and on a dark page`(index: UInt8) throws
  {
    for page in [PageColors.light, .dark] {
      let color = page.color(index) ?? page.ink
      #expect(color.contrast(with: page.paper) >= 4.5)
    }
  }

  @Test
  func `what is readable stays as the theme has it, and the rest takes as little ink as it needs`()
    throws
  {
    #expect(PageColors.dark.color(214) == PaletteColor(index: 214))
    #expect(PageColors.light.color(91) == PaletteColor(index: 91))
    #expect(PageColors.light.color(214)?.css == "#916c17")
    #expect(PageColors.light.color(7) == nil && PageColors.light.color(9)?.css == "#cf222e")
  }

  @Test func `a picture has the colours of its theme`() throws {
    let run = try run("x = 3\nL = x * x")
    let report = RenderReport(run: run, cursor: run.stepCount, symbols: .unicode)
    let theme = Theme(name: "mine", styles: [.gradient: Theme.Style(foreground: 91)])
    let svg = written { report.writeSVG(size: nil, title: "x", theme: theme, to: &$0) }
    #expect(svg.contains("text.r7{fill:#8700af}"))
  }
}
