extension Diagram {
  /// The drawing of a diagram, left to right: the same diagram gives the same drawing.
  ///
  ///     Diagram → Ranked → Ordered → Placed → Drawing
  ///
  /// Every pass is iterative and close to linear in what it is given; the two that search for an
  /// optimum have a budget of work and keep the best they found when it is used up.
  package func laidOut() -> Drawing {
    var layout = Layout(of: self)
    while true {
      if let drawing = layout.drawing { return drawing }
      layout.advance()
    }
  }
}

/// A layout that is done a pass at a time, so that somebody who waits for a large one can be told
/// how far it is, and stop it.
package struct Layout: Sendable {
  /// What comes out at the end; nil until then.
  package private(set) var drawing: Drawing?
  /// How many passes are done.
  package private(set) var passesDone = 0
  /// What each pass does, as a verb's present participle.
  package static let passes = ["ranking", "ordering", "placing", "routing"]

  private let diagram: Diagram
  private let parts: [DiagramPart]
  private var stages: [Stage]

  private enum Stage {
    case diagram(Diagram)
    case ranked(Ranked)
    case ordered(Ordered)
    case placed(Placed)
    case drawing(Drawing)

    var next: Stage {
      switch self {
      case .diagram(let diagram): .ranked(diagram.ranked())
      case .ranked(let ranked): .ordered(ranked.ordered())
      case .ordered(let ordered): .placed(ordered.placed())
      case .placed(let placed): .drawing(placed.routed())
      case .drawing: self
      }
    }
  }

  package init(of diagram: Diagram) {
    self.diagram = diagram
    parts = diagram.connectedParts()
    stages = parts.map { .diagram($0.diagram) }
  }

  /// Does the next pass on every connected part.
  package mutating func advance() {
    guard drawing == nil else { return }
    for index in stages.indices { stages[index] = stages[index].next }
    passesDone += 1
    guard passesDone == Self.passes.count else { return }
    drawing = stacked()
    stages = []
  }

  private func stacked() -> Drawing {
    let drawings = stages.compactMap { stage in
      if case .drawing(let drawing) = stage { drawing } else { nil }
    }
    if let drawing = drawings.first, drawings.count == 1 { return drawing }
    return Drawing(stacking: drawings, of: parts, in: diagram)
  }
}
