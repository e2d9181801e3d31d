import CellGrid

/// What is left of a diagram when its branches are cut off: a branch is one box, as large as its
/// drawing, in place of its tip.
struct Stem: Sendable {
  let diagram: Diagram
  /// The places of its boxes and wires in the whole.
  let part: DiagramPart
  /// The branch each of its boxes stands for, -1 for an ordinary one.
  let branchOfBox: [Int]

  init(of whole: Diagram, _ branches: Branches) {
    var stays = branches.numbers.map { $0 < 0 ? 0 : -1 }
    for branch in branches.parts.indices { stays[branches.tip(of: branch)] = 0 }
    part = whole.parts(1, numbered: stays)[0]
    branchOfBox = part.boxes.map { branches.numbers[$0] }
    var diagram = part.diagram
    for (box, branch) in branchOfBox.enumerated() where branch >= 0 {
      let drawing = branches.drawing(of: branch)
      let tip = drawing.boxes[drawing.boxes.count - 1]
      diagram.boxes[box] = Diagram.Box(
        size: drawing.size, output: tip.minRow + diagram.boxes[box].output)
    }
    self.diagram = diagram
  }

  /// The ranks of the stem: all branches begin at the left, whatever is joined first.
  func ranked() -> Ranked {
    let ranked = diagram.ranked()
    let ranks = zip(ranked.ranks, branchOfBox).map { $1 >= 0 ? 0 : $0 }
    return Ranked(diagram: diagram, ranks: ranks, rankCount: ranked.rankCount)
  }
}
