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
  /// What each pass does, as a verb's present participle.
  package static let passes = ["ranking", "ordering", "placing", "routing"]

  private let diagram: Diagram
  private let parts: [DiagramPart]
  private var layouts: [PartLayout]
  /// The first part with branches that are not drawn.
  private var branching = 0
  private var passesDone = 0

  package init(of diagram: Diagram) {
    self.diagram = diagram
    parts = diagram.connectedParts()
    layouts = parts.map { PartLayout(of: $0.diagram) }
  }

  /// Does the next pass on the next branch, if there is one; else on every connected part.
  package mutating func advance() {
    guard drawing == nil else { return }
    while branching < layouts.count, layouts[branching].branches.areDrawn { branching += 1 }
    guard branching == layouts.count else { return layouts[branching].advanceBranch() }
    for index in layouts.indices { layouts[index].advance() }
    passesDone += 1
    guard passesDone == Self.passes.count else { return }
    drawing = stacked()
    layouts = []
  }

  /// What `advance` does next, and how far that is: `branch 3 of 7`, `ranking, 1 of 4`.
  package var progress: String {
    if let part = layouts[branching...].first(where: { !$0.branches.areDrawn }) {
      return "branch \(part.branches.drawings.count + 1) of \(part.branches.patterns.count)"
    }
    let pass = min(passesDone, Self.passes.count - 1)
    return "\(Self.passes[pass]), \(pass + 1) of \(Self.passes.count)"
  }

  private func stacked() -> Drawing {
    let drawings = layouts.compactMap(\.drawing)
    if let drawing = drawings.first, drawings.count == 1 { return drawing }
    return Drawing(stacking: drawings, of: parts, in: diagram)
  }
}
