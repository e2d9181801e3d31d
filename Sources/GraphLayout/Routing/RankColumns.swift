import CellGrid

/// The columns of ranks and of the tracks between them.
struct RankColumns {
  private let graph: LayeredGraph
  private var starts: [Int] = []
  private var widths: [Int] = []
  private var spacings: [Int] = []
  private(set) var width = 0

  init(graph: LayeredGraph, order: [[Int]], channels: [AssignedChannel]) {
    self.graph = graph
    for (rank, nodes) in order.enumerated() {
      let widest =
        nodes.filter { !graph.isBend($0) }
        .map { graph.diagram.boxes[$0].size.width }.max() ?? 0
      starts.append(width)
      widths.append(widest)
      width += widest
      guard rank < channels.count else { continue }
      let tracks = channels[rank].trackCount
      spacings.append(channels[rank].isAiry ? 2 : 1)
      width += max(graph.diagram.leastGap, Self.roomForArrow + max(0, tracks - 1) * spacings[rank])
    }
  }

  /// Room for `─┬─▶` between two boxes.
  private static let roomForArrow = 4

  /// Boxes start at the left of their rank, so that arrows end in one column; those without
  /// operands end at its right, close to where they are used.
  func left(of box: Int) -> Int {
    let rank = graph.ranks[box]
    let isSource = graph.incoming.count(box) == 0
    return starts[rank] + (isSource ? widths[rank] - graph.diagram.boxes[box].size.width : 0)
  }

  func column(ofTrack track: Int, rightOf rank: Int) -> Int {
    starts[rank] + widths[rank] + 1 + track * spacings[rank]
  }
}
