import GraphLayout
import Playback

/// A large picture whose layout is not done yet.
struct PendingPicture: Sendable {
  private let unplaced: Picture
  private var layout: Layout
  private let nodeCount: Int

  /// Graphs with fewer boxes are laid out at once: that takes less than a quarter of a second.
  static let patience = 4000

  init(_ unplaced: Picture) {
    self.unplaced = unplaced
    layout = Layout(of: unplaced.diagram)
    nodeCount = unplaced.boxes.count { $0.kind != .stub }
  }

  /// Does the next pass; the finished picture after the last one.
  mutating func advance() -> Picture? {
    layout.advance()
    return layout.drawing.map { unplaced.placed(by: $0) }
  }

  /// What can be shown until then.
  var sketch: Picture { unplaced.condensed() }

  var zoom: Picture.Zoom { unplaced.metrics.zoom }
  var scope: PictureScope { unplaced.scope }
  var plan: PicturePlan { unplaced.plan }

  /// What is being done, and how far it is.
  var progress: String {
    "Drawing \(nodeCount) boxes: \(layout.progress)"
  }
}
