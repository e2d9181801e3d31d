/// A connected part of a diagram on its way to a drawing: first its branches, one after the other,
/// then what is left of it, a pass at a time.
struct PartLayout: Sendable {
  private let diagram: Diagram
  private(set) var branches: Branches
  private var stem: Stem?
  private var stage: LayoutStage

  init(of diagram: Diagram) {
    self.diagram = diagram
    branches = Branches(of: diagram)
    stage = .diagram(diagram)
  }

  /// Does the next pass on the next branch.
  mutating func advanceBranch() {
    branches.advance()
    guard branches.areDrawn else { return }
    let stem = Stem(of: diagram, branches)
    self.stem = stem
    stage = .stem(stem)
  }

  /// Does the next pass on the whole, or on the stem if there are branches.
  ///
  /// - Precondition: all branches are drawn.
  mutating func advance() { stage = stage.next }

  /// The drawing after the last pass.
  var drawing: Drawing? {
    guard let stem else { return stage.drawing }
    return stage.drawing.map { Drawing(grafting: branches, on: $0, of: stem, in: diagram) }
  }
}
