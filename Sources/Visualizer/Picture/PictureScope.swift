/// What of a scene a picture draws.
struct PictureScope: Equatable, Sendable {
  var folding = Folding()
  /// The nodes it is limited to; nil where it draws all.
  var paths: OutputPaths?

  /// Whether every node has a box of its own.
  var isWhole: Bool { folding.closed.isEmpty && paths == nil }
}
