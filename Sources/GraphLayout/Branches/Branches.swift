import CellGrid

/// The branches of a diagram, and what of them is drawn already.
struct Branches: Sendable {
  /// The branch each box belongs to, -1 for those outside of all.
  let numbers: [Int]
  let parts: [DiagramPart]
  /// Branches that differ at most in the widths of their boxes share a drawing, in which every box
  /// has the width of the widest: the different ones, and which of them each branch is.
  private(set) var patterns: [Diagram] = []
  private(set) var drawings: [Drawing] = []
  /// How far the pattern is that is being drawn.
  private var stage: LayoutStage?
  private var patternOfPart: [Int] = []

  init(of diagram: Diagram) {
    let (count, numbers) = diagram.branches()
    self.numbers = numbers
    parts = count == 0 ? [] : diagram.parts(count, numbered: numbers)
    guard count > 0 else { return }
    var known: [Diagram: Int] = [:]
    for part in parts {
      let shape = part.diagram.withoutWidths
      let pattern = known[shape] ?? patterns.count
      if pattern == patterns.count {
        known[shape] = pattern
        patterns.append(part.diagram)
      } else {
        patterns[pattern].widen(to: part.diagram)
      }
      patternOfPart.append(pattern)
    }
  }

  /// The drawing of a branch, once its pattern is drawn.
  func drawing(of branch: Int) -> Drawing { drawings[patternOfPart[branch]] }

  /// The last box of a branch, by which it hangs on the rest.
  func tip(of branch: Int) -> Int { parts[branch].boxes[parts[branch].boxes.count - 1] }

  var areDrawn: Bool { drawings.count == patterns.count }

  /// Does the next pass on the next pattern.
  ///
  /// - Precondition: not all are drawn.
  mutating func advance() {
    let next = (stage ?? .diagram(patterns[drawings.count])).next
    stage = next
    guard let drawing = next.drawing else { return }
    drawings.append(drawing)
    stage = nil
  }
}

extension Diagram {
  fileprivate var withoutWidths: Diagram {
    var shape = self
    for box in boxes.indices {
      shape.boxes[box].size = Size(width: 0, height: boxes[box].size.height)
    }
    return shape
  }

  /// Gives every box the greater width of two.
  fileprivate mutating func widen(to other: Diagram) {
    for box in boxes.indices {
      let size = boxes[box].size
      let width = max(size.width, other.boxes[box].size.width)
      boxes[box].size = Size(width: width, height: size.height)
    }
  }
}
