import CellGrid
import Foundation
import SceneLanguage
import Testing

@testable import Visualizer

/// The themes that come with the program.
enum ThemeFiles {
  private static let folder = SceneFiles.folder.deletingLastPathComponent()
    .appending(path: "themes")

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (files ?? []).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
  }

  static func theme(_ name: String) throws -> Theme {
    let source = Source(name: name, text: try text(name))
    switch Theme.read(source, name: name) {
    case .theme(let theme): return theme
    case .mistakes(let mistakes):
      throw SceneFiles.Mistakes(
        text: mistakes.map { $0.rendered(in: source) }.joined(separator: "\n"))
    }
  }
}

struct ThemeFilesTests {
  /// What has to be told apart.
  private static let distinct: [Role] = [
    .fresh, .gradient, .changed, .parameter, .constant, .problem,
  ]

  /// The colours of a theme that are text, with the background they stand on.
  private func colors(
    of theme: Theme, on page: PaletteColor
  ) -> [(role: Role, color: PaletteColor, background: PaletteColor)] {
    Role.rows.compactMap { row in
      let style = theme.style(of: row.role)
      guard let foreground = style.foreground else { return nil }
      let background = style.background.map(PaletteColor.init(index:)) ?? page
      return (row.role, PaletteColor(index: foreground), background)
    }
  }

  @Test func `light and colour-blind come as files`() {
    #expect(ThemeFiles.names == ["colour-blind", "light"])
  }

  @Test(arguments: ThemeFiles.names)
  func `every file is without mistakes and has a row for every role`(name: String) throws {
    #expect(try ThemeFiles.theme(name).name == name)
    let rows = try ThemeFiles.text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let named = rows.map { String($0.prefix { $0 != " " && $0 != "=" }) }
    #expect(named == Role.rows.map(\.name))
  }

  @Test func `light can be read on white, and colour-blind on black`() throws {
    let white = PaletteColor(number: 0xFFFFFF)
    for entry in colors(of: try ThemeFiles.theme("light"), on: white) {
      #expect(entry.color.contrast(with: entry.background) >= 4.5, "\(entry.role)")
    }
    let black = PaletteColor(number: 0)
    for entry in colors(of: try ThemeFiles.theme("colour-blind"), on: black) {
      #expect(entry.color.contrast(with: entry.background) >= 4.5, "\(entry.role)")
    }
  }

  @Test(arguments: ThemeFiles.names + ["default"])
  func `what has to be told apart has colours of its own`(name: String) throws {
    let theme = try name == "default" ? Theme.standard : ThemeFiles.theme(name)
    let colors = Self.distinct.compactMap { theme.style(of: $0).foreground }
    #expect(colors.count == Self.distinct.count && Set(colors).count == colors.count)
  }

  @Test(arguments: ColorVision.allCases)
  func `colour-blind keeps them apart for everybody`(vision: ColorVision) throws {
    let theme = try ThemeFiles.theme("colour-blind")
    for (place, one) in Self.distinct.enumerated() {
      for other in Self.distinct[(place + 1)...] {
        let first = PaletteColor(index: try #require(theme.style(of: one).foreground))
        let second = PaletteColor(index: try #require(theme.style(of: other).foreground))
        // A just noticeable difference is about 2.
        #expect(vision.difference(first, second) >= 20, "\(one) and \(other)")
      }
    }
  }

  @Test func `colour-blind keeps them apart with sixteen colours, too`() throws {
    let theme = try ThemeFiles.theme("colour-blind")
    let nearest = Self.distinct.compactMap { theme.style(of: $0).foreground }
      .map { PaletteColor(index: $0).nearestOfSixteen }
    #expect(Set(nearest).count == Self.distinct.count)
  }

  @Test func `the measures are those of the standards`() {
    let (black, white) = (PaletteColor(number: 0), PaletteColor(number: 0xFFFFFF))
    #expect(abs(black.contrast(with: white) - 21) < 1e-9)
    // The grey that is taught as the lightest one that passes on white.
    #expect(abs(PaletteColor(number: 0x767676).contrast(with: white) - 4.54) < 0.005)
    #expect(abs(ColorVision.trichromat.difference(black, white) - 100) < 0.01)
    // A red and a green that a protanope confuses.
    let (red, green) = (PaletteColor(number: 0xA03000), PaletteColor(number: 0x4A5A00))
    #expect(ColorVision.trichromat.difference(red, green) > 60)
    #expect(ColorVision.protanope.difference(red, green) < 20)
  }
}
