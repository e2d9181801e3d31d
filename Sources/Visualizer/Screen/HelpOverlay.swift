import CellGrid

/// Every key, from the table of key bindings, and the legend of the picture.
struct HelpOverlay {
  let firstLine: Int
  let symbols: Symbols

  func draw(in bounds: Rect, on canvas: inout Canvas) {
    let lines = Self.lines(width: bounds.size.width, symbols: symbols)
    let content = lines.map(Self.columns).max() ?? 0
    let width = min(bounds.size.width - 2, content + 4)
    let height = min(bounds.size.height - 2, lines.count + 2)
    let panel = Panel(title: "keys and legend", bounds: bounds, width: width, height: height)
    var area = panel.draw(on: &canvas, symbols: symbols)
    for line in lines.dropFirst(firstLine).prefix(area.rowsLeft) { area.line(line, on: &canvas) }
  }

  /// The help as lines, in two columns where the width takes them.
  static func lines(width: Int, symbols: Symbols = .unicode) -> [[Span]] {
    let sections = KeyBinding.Section.allCases.map(block)
    let legend = Legend(symbols: symbols).sections.map(block)
    let left = Array([sections[0], sections[3], legend[0], legend[1]].joined(separator: [[]]))
    let right = Array([sections[1], sections[2], sections[4], sections[5]].joined(separator: [[]]))
    let column = (left.map(columns).max() ?? 0) + 4
    guard column + (right.map(columns).max() ?? 0) + 6 <= width else {
      return (sections + legend).flatMap { $0 + [[]] }.dropLast()
    }
    return (0..<max(left.count, right.count)).map { row in
      let first = row < left.count ? left[row] : []
      let second = row < right.count ? right[row] : []
      let blanks = String(repeating: " ", count: max(1, column - columns(first)))
      return first + [Span(blanks)] + second
    }
  }

  private static func columns(_ line: [Span]) -> Int {
    line.reduce(0) { $0 + $1.text.columnCount }
  }

  private static func block(_ section: KeyBinding.Section) -> [[Span]] {
    [[Span(section.rawValue, .heading)]]
      + KeyBinding.all.filter { $0.section == section }.map { binding in
        let names = binding.keyNames
        let blanks = String(repeating: " ", count: max(2, 18 - names.columnCount))
        return [Span(names, .key), Span(blanks + binding.help)]
      }
  }

  private static func block(_ section: Legend.Section) -> [[Span]] {
    [[Span(section.title, .heading)]]
      + section.rows.map { row in
        let blanks = String(repeating: " ", count: max(2, 10 - row.sample.columnCount))
        return [Span(row.sample, row.role), Span(blanks + row.meaning)]
      }
  }
}
