/// A connected part of a diagram on its way to a drawing: first its branches, one after the other,
/// then what is left of it, a pass at a time.
struct PartLayout: Sendable {
  private let diagram: Diagram
  private var branches: Branches
  private var stem: Stem?
  private var stage: Stage

  private enum Stage: Sendable {
    case diagram(Diagram)
    case stem(Stem)
    case ranked(Ranked)
    case ordered(Ordered)
    case placed(Placed)
    case drawing(Drawing)

    var next: Stage {
      switch self {
      case .diagram(let diagram): .ranked(diagram.ranked())
      case .stem(let stem): .ranked(stem.ranked())
      case .ranked(let ranked): .ordered(ranked.ordered())
      case .ordered(let ordered): .placed(ordered.placed())
      case .placed(let placed): .drawing(placed.routed())
      case .drawing: self
      }
    }
  }

  init(of diagram: Diagram) {
    self.diagram = diagram
    branches = Branches(of: diagram)
    stage = .diagram(diagram)
  }

  /// How many branches have a drawing of their own, and how many of these are made.
  var branchCount: Int { branches.patterns.count }
  var branchesDrawn: Int { branches.drawings.count }

  /// Lays out the next branch.
  mutating func drawBranch() {
    branches.drawNext()
    guard branchesDrawn == branchCount else { return }
    let stem = Stem(of: diagram, branches)
    self.stem = stem
    stage = .stem(stem)
  }

  /// Does the next pass on the whole, or on the stem if there are branches.
  mutating func advance() { stage = stage.next }

  /// The drawing after the last pass.
  var drawing: Drawing? {
    guard case .drawing(let drawing) = stage else { return nil }
    guard let stem else { return drawing }
    return Drawing(grafting: branches, on: drawing, of: stem, in: diagram)
  }
}
