import CellGrid
import Testing

@testable import Visualizer

struct LegendTests {
  private func rows(_ symbols: Symbols) -> [Legend.Row] {
    Legend(symbols: symbols).sections.flatMap(\.rows)
  }

  @Test func `every role that says something about the graph is in the legend`() {
    // The others are the screen's own: rules and hints, headings, keys, what is typed.
    let own: Set<Role> = [.plain, .quiet, .heading, .key, .prompt]
    let shown = Set(rows(.unicode).map(\.role)).subtracting(own)
    #expect(shown == Set(Role.rows.map(\.role)).subtracting(own))
  }

  @Test(arguments: [Symbols.unicode, .ascii])
  func `every mark is in the legend`(symbols: Symbols) {
    let samples = rows(symbols).map(\.sample).joined()
    for mark in [
      symbols.fresh, symbols.partial, symbols.changed, symbols.current, symbols.breakpoint,
      symbols.done, symbols.todo, symbols.boundary,
    ] {
      #expect(samples.contains(mark))
    }
  }

  @Test(arguments: [Symbols.unicode, .ascii])
  func `the map shows nothing that the legend does not explain`(symbols: Symbols) throws {
    var model = try Model("micrograd-readme.txt", symbols: symbols)
    model.press(.end, .character("M"))
    let lesson = try #require(model.lesson)
    let minimap = try #require(lesson.minimap)
    let cells = (0..<Minimap.size.height).flatMap { row in
      (0..<Minimap.size.width).map {
        minimap.character(column: $0, row: row, symbols.repertoire)
      }
    }
    let rows = rows(symbols).filter { $0.meaning.hasPrefix("on the map") }
    #expect(rows.map(\.role) == [.edge, .activeFrame, .activeEdge])
    #expect(cells.contains { $0 != " " })
    let dots = Set(cells).subtracting([" "])
    #expect(
      symbols == .ascii
        ? dots.isSubset(of: rows[0].sample)
        : dots.allSatisfy { ("\u{2801}"..."\u{28FF}").contains($0) })
    let frame = rows[1].sample
    #expect(model.screenText.contains(frame.prefix(2)))
    #expect(model.screenText.contains(rows[2].sample))
  }

  @Test func `no two rows look the same without colour`() {
    for symbols in [Symbols.unicode, .ascii] {
      let pairs = rows(symbols).map { row in
        let style = Theme.mono.style(of: row.role)
        return "\(row.sample) \(style.isBold) \(style.isDim) \(style.isUnderlined)"
      }
      #expect(Set(pairs).count == pairs.count)
    }
  }

  @Test func `in ASCII nothing else is in it`() {
    #expect(rows(.ascii).allSatisfy { ($0.sample + $0.meaning).allSatisfy(\.isASCII) })
  }

  @Test(arguments: [80, 120]) func `the help shows every row, and cuts none`(width: Int) {
    let lines = HelpOverlay.lines(width: width).map { $0.map(\.text).joined() }
    for row in rows(.unicode) {
      #expect(lines.contains { $0.contains(row.sample) && $0.contains(row.meaning) })
    }
    #expect(lines.allSatisfy { $0.columnCount <= width - 6 })
  }

  @Test func `the end of the help on a small screen`() throws {
    let letters = Dictionary(uniqueKeysWithValues: Role.rows.map { ($0.role, $0.letter) })
    let frames = try [Symbols.unicode, .ascii].flatMap { symbols in
      var model = try Model("chain.txt", size: Size(width: 80, height: 24), symbols: symbols)
      model.press(.character("?"), .end)
      let canvas = model.view(size: model.screen.size)
      return symbols == .ascii
        ? [canvas.text] : [canvas.text, canvas.roleText { letters[$0] ?? "?" }]
    }
    try Goldens.expect("legend", frames.joined(separator: "\n"))
  }
}
