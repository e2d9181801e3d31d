import Autograd
import CellGrid
package import Playback

/// What a picture shows at a moment: which numbers are known, what is loud, what is marked.
package struct PictureState: Sendable {
  let run: Run
  let cursor: Int
  let selected: NodeID?
  let breakpoints: [NodeID]
  /// The values before an edit, and the gradients; nil where nothing was edited.
  let change: Change?
  let lineage: Lineage?
  let step: Step?
  /// What was looked at before; the rest is looked at when it is drawn.
  private let glances: TensorGlances
  /// The elements that feed the one that is inspected.
  let lit: [CellSum.Lit]

  /// A moment of a run, nothing selected.
  package init(run: Run, cursor: Int) {
    self.run = run
    self.cursor = cursor
    selected = nil
    breakpoints = []
    change = nil
    lineage = nil
    step = cursor > 0 && cursor < run.stepCount ? run.step(at: cursor - 1) : nil
    glances = TensorGlances()
    lit = []
  }

  init(lesson: Lesson) {
    run = lesson.run
    cursor = lesson.player.cursor
    selected = lesson.picture.plan.shown(lesson.selected)
    breakpoints = lesson.player.breakpoints.compactMap(lesson.picture.plan.shown)
    change = lesson.change
    lineage = lesson.lineage
    step = lesson.player.current
    glances = lesson.glances
    lit = lesson.lit
  }

  /// Whether the selection depends on the node, or the node on it, and that is shown.
  func isInLineage(_ node: NodeID) -> Bool { lineage?.contains(node) ?? false }

  func isInLineage(from source: NodeID, to target: NodeID) -> Bool {
    lineage?.contains(from: source, to: target) ?? false
  }

  /// What the current edge carries backward.
  var contribution: Contribution? {
    if case .contribution(let arrival)? = step?.kind { arrival.contribution } else { nil }
  }

  func isFreshValue(_ node: NodeID) -> Bool {
    switch step?.kind {
    case .value(let fresh), .update(let fresh): node == fresh
    default: false
    }
  }

  func isFreshGradient(_ node: NodeID) -> Bool {
    switch step?.kind {
    case .seed(let fresh), .final(let fresh): node == fresh
    case .zero(let nodes): nodes.contains(node)
    case .contribution(let arrival): node == arrival.contribution.to
    default: false
    }
  }

  /// What is known of a tensor, in a grid of so many rows and columns; nil where nothing is.
  func glance(at node: NodeID, _ field: Field, size: Size) -> TensorGlance? {
    guard let key = TensorGlances.Key(node, field, size: size, of: run, at: cursor) else {
      return nil
    }
    return glances[key] ?? TensorGlance(key, of: run, at: cursor)
  }
}
