/// The branches of a diagram, and what of them is drawn already.
struct Branches: Sendable {
  /// The branch each box belongs to, -1 for those outside of all.
  let numbers: [Int]
  let parts: [DiagramPart]
  /// Branches that are alike share a drawing: the different ones, and which of them each branch is.
  private(set) var patterns: [Diagram] = []
  private(set) var drawings: [Drawing] = []
  private var patternOfPart: [Int] = []

  init(of diagram: Diagram) {
    let (count, numbers) = diagram.branches()
    self.numbers = numbers
    parts = count == 0 ? [] : diagram.parts(count, numbered: numbers)
    guard count > 0 else { return }
    var known: [Diagram: Int] = [:]
    for part in parts {
      let pattern = known[part.diagram] ?? patterns.count
      if pattern == patterns.count {
        known[part.diagram] = pattern
        patterns.append(part.diagram)
      }
      patternOfPart.append(pattern)
    }
  }

  /// The drawing of a branch, once its pattern is drawn.
  func drawing(of branch: Int) -> Drawing { drawings[patternOfPart[branch]] }

  /// The last box of a branch, by which it hangs on the rest.
  func tip(of branch: Int) -> Int { parts[branch].boxes[parts[branch].boxes.count - 1] }

  mutating func drawNext() {
    let pattern = patterns[drawings.count]
    drawings.append(pattern.ranked().ordered().placed().routed())
  }
}
