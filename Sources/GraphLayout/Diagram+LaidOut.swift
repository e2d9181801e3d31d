extension Diagram {
  /// The drawing of a diagram, left to right: the same diagram gives the same drawing.
  ///
  ///     Diagram → Ranked → Ordered → Placed → Drawing
  ///
  /// Every pass is iterative and close to linear in what it is given; the two that search for an
  /// optimum have a budget of work and keep the best they found when it is used up.
  package func laidOut() -> Drawing {
    let parts = connectedParts()
    let drawings = parts.map { part in
      part.diagram
        .ranked()
        .ordered()
        .placed()
        .routed()
    }
    if let drawing = drawings.first, drawings.count == 1 { return drawing }
    return Drawing(stacking: drawings, of: parts, in: self)
  }
}
