/// How far a diagram is on its way to a drawing.
enum LayoutStage: Sendable {
  case diagram(Diagram)
  case stem(Stem)
  case ranked(Ranked)
  case ordered(Ordered)
  case placed(Placed)
  case drawing(Drawing)

  /// The stage after the next pass; a drawing stays what it is.
  var next: LayoutStage {
    switch self {
    case .diagram(let diagram): .ranked(diagram.ranked())
    case .stem(let stem): .ranked(stem.ranked())
    case .ranked(let ranked): .ordered(ranked.ordered())
    case .ordered(let ordered): .placed(ordered.placed())
    case .placed(let placed): .drawing(placed.routed())
    case .drawing: self
    }
  }

  var drawing: Drawing? {
    if case .drawing(let drawing) = self { drawing } else { nil }
  }
}
