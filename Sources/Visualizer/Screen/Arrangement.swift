package import CellGrid

/// Where everything goes: a pure function of the screen's size, the drawing's size and the panels
/// that are on.
package struct Arrangement: Hashable, Sendable {
  package var header: Rect
  package var graph: Rect
  package var footer: Rect
  /// The panels, where there is room for them beside the graph; else nil.
  package var step: Rect?
  package var ledger: Rect?
  package var source: Rect?
  /// The elements of a tensor, in place of the panels.
  package var inspector: Rect?
  /// Two or three lines under the graph that say the same in short, on a small screen.
  package var strip: Rect?
  /// A dim line, one cell thick, between the graph and the panels.
  package var rules: [Rect] = []

  /// Below this the screen shows one line that says so, and only quitting works.
  package static let minimum = Size(width: 24, height: 8)

  /// From here on there is room for panels beside the graph.
  package static let roomy = Size(width: 100, height: 30)

  package static func isTooSmall(_ size: Size) -> Bool {
    size.width < minimum.width || size.height < minimum.height
  }

  package static func isRoomy(_ size: Size) -> Bool {
    size.width >= roomy.width && size.height >= roomy.height
  }

  /// - Parameters:
  ///   - drawing: the size of the whole picture; a low one gets the panels below it, a tall one
  ///     beside it, whichever shows more of it.
  ///   - showsInspector: whether the elements of a tensor stand in place of the panels.
  package init(
    screen: Size, drawing: Size, showsStep: Bool, showsSource: Bool, showsInspector: Bool = false
  ) {
    header = Rect(column: 0, row: 0, width: screen.width, height: 1)
    footer = Rect(column: 0, row: screen.height - 1, width: screen.width, height: 1)
    graph = Rect(column: 0, row: 1, width: screen.width, height: screen.height - 2)
    if showsInspector {
      cutInspector()
      return
    }
    guard Self.isRoomy(screen) else {
      let half = (screen.height + 1) / 2
      let panels = graph.size.height - half - 1
      if (showsStep || showsSource) && panels >= Self.leastPanelHeight {
        cutBelow(height: panels, showsStep: showsStep, showsSource: showsSource)
      } else {
        cutStrip(height: min(4, max(0, (graph.size.height - 6) / 2)))
      }
      return
    }
    guard showsStep || showsSource else { return }
    let below = Self.visibleArea(
      of: drawing, width: graph.size.width, height: graph.size.height - Self.panelHeight - 1)
    let beside = Self.visibleArea(
      of: drawing, width: graph.size.width - Self.panelWidth - 1, height: graph.size.height)
    if beside > below {
      cutRight(showsStep: showsStep, showsSource: showsSource)
    } else {
      cutBelow(height: Self.panelHeight, showsStep: showsStep, showsSource: showsSource)
    }
  }

  private static let panelHeight = 14
  private static let leastPanelHeight = 7
  private static let panelWidth = 48

  private static func visibleArea(of drawing: Size, width: Int, height: Int) -> Int {
    min(drawing.width, width) * min(drawing.height, height)
  }

  /// The lower half.
  private mutating func cutInspector() {
    let height = graph.size.height / 2
    guard height > 1 else { return }
    let top = graph.maxRow - height + 1
    inspector = Rect(column: 0, row: top, width: graph.size.width, height: height)
    rules = [Rect(column: 0, row: top - 1, width: graph.size.width, height: 1)]
    graph.size.height -= height + 1
  }

  private mutating func cutStrip(height: Int) {
    guard height >= 1 else { return }
    let rule = graph.maxRow - height
    strip = Rect(column: 0, row: rule + 1, width: graph.size.width, height: height)
    rules = [Rect(column: 0, row: rule, width: graph.size.width, height: 1)]
    graph.size.height -= height + 1
  }

  private mutating func cutBelow(height: Int, showsStep: Bool, showsSource: Bool) {
    let width = graph.size.width
    let top = graph.maxRow - height + 1
    rules = [Rect(column: 0, row: top - 1, width: width, height: 1)]
    graph.size.height -= height + 1
    let columns = Self.shares(of: width, showsStep: showsStep, showsSource: showsSource)
    func column(_ range: Range<Int>) -> Rect? {
      range.isEmpty
        ? nil
        : Rect(column: range.lowerBound, row: top, width: range.count, height: height)
    }
    step = column(columns.step)
    ledger = column(columns.ledger)
    source = column(columns.source)
  }

  /// The columns of the three panels under the graph: algebra needs most, then the source.
  private static func shares(
    of width: Int, showsStep: Bool, showsSource: Bool
  ) -> (step: Range<Int>, ledger: Range<Int>, source: Range<Int>) {
    guard showsStep else { return (0..<0, 0..<0, 0..<width) }
    guard showsSource else {
      let middle = width / 2
      return (0..<middle, middle..<width, 0..<0)
    }
    guard width >= roomy.width else { return (0..<width / 2, 0..<0, width / 2..<width) }
    let first = width * 35 / 100
    let second = first + width * 39 / 100
    return (0..<first, first..<second, second..<width)
  }

  private mutating func cutRight(showsStep: Bool, showsSource: Bool) {
    let column = graph.maxColumn - Self.panelWidth + 1
    let height = graph.size.height
    rules = [Rect(column: column - 1, row: graph.minRow, width: 1, height: height)]
    graph.size.width -= Self.panelWidth + 1
    func rows(_ top: Int, _ count: Int) -> Rect? {
      count <= 0
        ? nil
        : Rect(column: column, row: graph.minRow + top, width: Self.panelWidth, height: count)
    }
    guard showsStep else {
      source = rows(0, height)
      return
    }
    let stepHeight = showsSource ? height * 4 / 10 : height / 2
    let ledgerHeight = showsSource ? height * 3 / 10 : height - stepHeight
    step = rows(0, stepHeight)
    ledger = rows(stepHeight, ledgerHeight)
    source = rows(stepHeight + ledgerHeight, showsSource ? height - stepHeight - ledgerHeight : 0)
  }
}
